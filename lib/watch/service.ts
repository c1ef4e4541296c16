import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseAway } from '#db/client.ts'
import { log } from '#lib/log.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { logRefusals } from './ingest/refusalCounts.ts'
import { refreshRemovedIds } from './ingest/removedIds.ts'
import { type Lanes, openLanes } from './log/lanes.ts'
import { SLOT_MS } from './log/slot.ts'
import type { LaneWorker } from './rollup/heldLane.ts'
import { releaseLane, stepLane } from './rollup/laneLease.ts'
import { databaseStore } from './rollup/store.ts'

type Service = {
  lanes: Lanes
  worker: LaneWorker
  stopping: AbortController
  loops: Promise<void>[]
}

const shared = onceAProcess('watch service', (): { service?: Promise<Service> } => ({}))

/** After a slot's end, so that batches in flight can still be acknowledged in it. */
const SETTLE_MS = 200
/** Before the next attempt, while the database is away or another owner has the lane. */
const RETRY_MS = 1000
/** Every process refuses beacons of a removed video or member after at most this. */
const REMOVALS_POLL_MS = 5000

/**
 * Opens the lanes for beacons and starts merging them; further calls in a process do nothing.
 * @throws DatabaseAway, or Error when the tables contradict the settings: call again.
 */
export async function startWatchService(): Promise<void> {
  shared.service ??= start().catch((error: unknown) => {
    shared.service = undefined
    throw error
  })
  await shared.service
}

/** Accepts no more beacons, stores the accepted ones, ends the current merge, releases the lanes. */
export async function stopWatchService(): Promise<void> {
  const service = await shared.service
  if (!service) return
  await service.lanes.stop()
  service.stopping.abort()
  await Promise.all(service.loops)
  logRefusals()
}

async function start(): Promise<Service> {
  const lanes = await openLanes()
  const worker = {
    owner: randomUUID(),
    now: Date.now,
    store: databaseStore,
    concurrency: 32,
    laneCount: lanes.count,
  }
  const stopping = new AbortController()
  const loops = Array.from({ length: lanes.count }, (_, lane) =>
    mergeLane(lane, worker, stopping.signal),
  )
  loops.push(pollRemovals(stopping.signal))
  return { lanes, worker, stopping, loops }
}

/** Removals may be requested in another process, or in the console. */
async function pollRemovals(stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    // While the database is away no beacon is stored anyway.
    await refreshRemovedIds().catch(() => {})
    await pause(REMOVALS_POLL_MS, stopping)
  }
}

async function mergeLane(lane: number, worker: LaneWorker, stopping: AbortSignal): Promise<void> {
  const outage = makeOutageLog(lane)
  while (!stopping.aborted) await pause(await stepSafely(lane, worker, outage), stopping)
  await releaseLane(lane, worker).catch(() => {})
}

/** @returns ms to wait before the next step. */
async function stepSafely(
  lane: number,
  worker: LaneWorker,
  outage: ReturnType<typeof makeOutageLog>,
): Promise<number> {
  try {
    const step = await stepLane(lane, worker)
    outage.end()
    if (step.did === 'waited') return RETRY_MS
    if (step.did === 'nothing') return SLOT_MS - (worker.now() % SLOT_MS) + SETTLE_MS
    if (step.did === 'removed') log().info({ lane, removals: step.removals }, 'removed')
    else if (step.rows > 0) log().debug({ lane, ...step }, 'merged')
    return 0
  } catch (error) {
    outage.report(error)
    return RETRY_MS
  }
}

/** Logs an outage of a lane once when it begins and once when it ends, not every second. */
function makeOutageLog(lane: number) {
  let logged = ''
  return {
    report: (error: unknown) => {
      const name = error instanceof Error ? error.name : 'Error'
      if (logged === name) return
      logged = name
      const message = 'a lane cannot be merged, trying again'
      if (isDatabaseAway(error)) log().warn({ lane, reason: name }, message)
      else log().error({ lane, err: error }, message)
    },
    end: () => {
      if (logged) log().info({ lane }, 'the lane is merged again')
      logged = ''
    },
  }
}

async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal: stopping }).catch(() => {})
}
