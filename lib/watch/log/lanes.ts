import { isDatabaseAway } from '#db/client.ts'
import { readClosedTo } from '#db/lanes.ts'
import { insertLogEntries } from '#db/watchLog.ts'
import { log } from '#lib/log.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { GroupCommit, type LaneLog, type LogGroup, type StoreOutcome } from './groupCommit.ts'
import { laneCount } from './laneCount.ts'
import { laneOf } from './sharding.ts'

/** The write queues of this process, one a lane. */
export type Lanes = {
  count: number
  store(viewerId: string, group: LogGroup): Promise<StoreOutcome>
  /** Accepts nothing more; resolves when the queues are empty. */
  stop(): Promise<void>
}

const shared = onceAProcess('lanes', (): { lanes?: Promise<Lanes> } => ({}))

/**
 * Opens the write queues, once a process; a failure is not cached. For writers only: a reader needs
 * no more than `laneCount`.
 * @throws DatabaseAway, or Error when the tables contradict the settings
 */
export function openLanes(): Promise<Lanes> {
  shared.lanes ??= makeLanes().catch((error: unknown) => {
    shared.lanes = undefined
    throw error
  })
  return shared.lanes
}

/** Replaces the queues that `openLanes` would open; to be called before it. */
export function setLanes(lanes: Promise<Lanes>): void {
  shared.lanes = lanes
}

async function makeLanes(): Promise<Lanes> {
  const count = await laneCount()
  const queues = Array.from({ length: count }, (_, lane) => new GroupCommit(lane, laneLog))
  return {
    count,
    store: async (viewerId, group) => queues[laneOf(viewerId, count)]?.add(group) ?? 'busy',
    stop: async () => {
      await Promise.all(queues.map((queue) => queue.stop()))
    },
  }
}

const laneLog: LaneLog = {
  now: Date.now,
  insert: insertLogEntries,
  readClosedTo,
  // Clients get a 503, which is counted; an outage needs no line per batch.
  onFailure: (error) => {
    if (!isDatabaseAway(error)) log().error({ err: error }, 'a batch of beacons failed')
  },
}
