import { randomUUID } from 'node:crypto'
import { isDatabaseAway } from '#db/client.ts'
import { type LaneRow, listLanes } from '#db/lanes.ts'
import { createLanes, DEFAULT_LANES } from '#lib/watch/log/laneCount.ts'
import { SLOT_MS, slotEnd, slotOf } from '#lib/watch/log/slot.ts'
import type { LaneWorker } from '#lib/watch/rollup/heldLane.ts'
import { releaseLane, stepLane } from '#lib/watch/rollup/laneLease.ts'
import { databaseStore } from '#lib/watch/rollup/store.ts'

/** A worker for whom every slot written so far is past, and every other owner's lease is over. */
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
 * Merges all that is acknowledged, without waiting for a slot to end. Other workers may be at the
 * same lanes: then it takes turns with them until the lane is past what was written.
 */
export async function mergeEverything(): Promise<void> {
  await createLanes(Date.now())
  await Promise.all((await listLanes()).map(mergeLane))
}

async function mergeLane(lane: LaneRow): Promise<void> {
  const goal = Math.max(slotOf(Date.now()), lane.closedTo + 1)
  while (!(await stepTowards(goal, lane.lane).catch(comeAgain)));
}

/** @returns whether the lane is there. */
async function stepTowards(goal: number, lane: number): Promise<boolean> {
  const row = await databaseStore.readLane(lane)
  if (row.mergedTo >= goal) return true
  const worker = workerAfter(row)
  await stepLane(lane, worker)
  await releaseLane(lane, worker)
  return false
}

/** Two who want a lane at the same moment may both be told so. */
function comeAgain(error: unknown): boolean {
  if (!isDatabaseAway(error)) throw error
  return false
}
