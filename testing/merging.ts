import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { isDatabaseAway } from '#db/client.ts'
import { type LaneRow, listLanes } from '#db/lanes.ts'
import { createLanes, DEFAULT_LANES } from '#lib/watch/log/laneCount.ts'
import { SLOT_MS, slotEnd, slotOf } from '#lib/watch/log/slot.ts'
import type { LaneWorker } from '#lib/watch/rollup/heldLane.ts'
import { releaseLane, stepLane } from '#lib/watch/rollup/laneLease.ts'
import { databaseStore } from '#lib/watch/rollup/store.ts'
import { until } from './until.ts'

/** A worker for which every slot written so far is past, and every other owner's lease is over. */
export function workerAfter(lane: LaneRow, over: Partial<LaneWorker> = {}): LaneWorker {
  const written = Math.max(slotEnd(slotOf(Date.now())), slotEnd(lane.closedTo + 1))
  const now = Math.max(written, lane.leaseUntil) + SLOT_MS
  return {
    owner: randomUUID(),
    now: () => now,
    store: databaseStore,
    concurrency: 8,
    laneCount: DEFAULT_LANES,
    ...over,
  }
}

/**
 * Merges everything acknowledged so far in this process, without waiting for a slot to end. Where
 * other workers compete for a lane, it takes turns with them until the lane is past what was written.
 */
export async function mergeEverything(): Promise<void> {
  await createLanes(Date.now())
  await Promise.all((await listLanes()).map(mergeLane))
}

async function mergeLane(lane: LaneRow): Promise<void> {
  const goal = lastWrittenSlot(lane)
  while (!(await stepTowards(goal, lane.lane).catch(retryWhenContended)));
}

/** @returns whether the lane is merged up to `goal`. */
async function stepTowards(goal: number, lane: number): Promise<boolean> {
  const row = await databaseStore.readLane(lane)
  if (row.mergedTo >= goal) return true
  const worker = workerAfter(row)
  await stepLane(lane, worker)
  await releaseLane(lane, worker)
  return false
}

/** Keeps a second worker, as of another process, at every lane until the returned function is called. */
export function keepMerging(laneCount: number): () => Promise<void> {
  let isStopped = false
  const store = databaseStore
  const worker = { owner: randomUUID(), now: Date.now, store, concurrency: 8, laneCount }
  const loops = Array.from({ length: laneCount }, async (_, lane) => {
    while (!isStopped) {
      await stepLane(lane, worker).catch(retryWhenContended)
      await wait(200)
    }
  })
  return async () => {
    isStopped = true
    await Promise.all(loops)
  }
}

/**
 * Waits until the servers under test have merged everything acknowledged so far.
 * @returns seconds it took.
 */
export async function untilMerged(withinMs = 600_000): Promise<number> {
  const began = Date.now()
  const lanes = await until(listLanesUnlessAway, { what: 'the lanes', withinMs })
  const goals = lanes.map((lane) => ({ lane: lane.lane, slot: lastWrittenSlot(lane) }))
  const isMerged = async () => {
    const now = (await listLanesUnlessAway()) ?? []
    const mergedTo = new Map(now.map((lane) => [lane.lane, lane.mergedTo]))
    return goals.every(({ lane, slot }) => (mergedTo.get(lane) ?? 0) >= slot)
  }
  await until(isMerged, { what: 'every lane is merged', withinMs, everyMs: 100 })
  return (Date.now() - began) / 1000
}

/** The newest slot that can hold a row: writers do not write into closed slots. */
const lastWrittenSlot = ({ closedTo }: LaneRow) => Math.max(slotOf(Date.now()), closedTo + 1)

/** @returns null where the query fails, as it may while nodes are down, and where there are no lanes. */
export async function listLanesUnlessAway(): Promise<LaneRow[] | null> {
  const lanes = await listLanes().catch(() => [])
  return lanes.length > 0 ? lanes : null
}

/** Two workers that want a lane at the same moment may both fail with a contention error. */
function retryWhenContended(error: unknown): false {
  if (!isDatabaseAway(error)) throw error
  return false
}
