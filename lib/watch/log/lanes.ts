import { isDatabaseAway } from '#db/client.ts'
import { createLane, listLanes, readClosedTo } from '#db/lanes.ts'
import { settleOn } from '#db/settings.ts'
import { insertLogEntries } from '#db/watchLog.ts'
import { log } from '#lib/log.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { GroupCommit, type LaneLog, type LogGroup, type StoreOutcome } from './groupCommit.ts'
import { BUCKETS, laneOf } from './sharding.ts'
import { slotOf } from './slot.ts'

export const DEFAULT_LANES = 4

/** The open lanes of this process. */
export type Lanes = {
  count: number
  store(viewerId: string, group: LogGroup): Promise<StoreOutcome>
  /** Takes nothing more and drains. */
  stop(): Promise<void>
}

const shared = onceAProcess('lanes', (): { lanes?: Promise<Lanes> } => ({}))

/** Opens the lanes once a process; a failure is not kept. @throws DatabaseAway */
export function openLanes(): Promise<Lanes> {
  shared.lanes ??= makeLanes().catch((error: unknown) => {
    shared.lanes = undefined
    throw error
  })
  return shared.lanes
}

/** Other lanes than `openLanes` would open; to be called before it. */
export function setLanes(lanes: Promise<Lanes>): void {
  shared.lanes = lanes
}

/** How many lanes the keyspace was made with. @throws Error when the tables contradict that. */
export async function settleLanes(now: number): Promise<number> {
  const count = Number(await settleOn('lanes', `${DEFAULT_LANES}`))
  if (!Number.isInteger(count) || count < 1 || count > BUCKETS)
    throw new Error(`The setting "lanes" must be 1..${BUCKETS}`)
  const there = new Set((await listLanes()).map(({ lane }) => lane))
  // Before any row is written: the fence is read from these.
  for (let lane = 0; lane < count; lane++)
    if (!there.has(lane)) await createLane(lane, slotOf(now) - 1)
  const found = (await listLanes()).length
  if (found !== count)
    throw new Error(`The setting "lanes" says ${count}, the table has ${found}: refusing to start`)
  return count
}

async function makeLanes(): Promise<Lanes> {
  const count = await settleLanes(Date.now())
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
  // Senders are told to come again, and counted; an outage needs no line a batch.
  onFailure: (error) => {
    if (!isDatabaseAway(error)) log().error({ err: error }, 'a batch of beacons failed')
  },
}
