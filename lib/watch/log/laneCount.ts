import { createLane, listLanes } from '#db/lanes.ts'
import { initSetting } from '#db/settings.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { BUCKETS } from './sharding.ts'
import { slotOf } from './slot.ts'

/** Of a new keyspace. */
export const DEFAULT_LANES = 4

const shared = onceAProcess('lane count', (): { count?: Promise<number> } => ({}))

/**
 * How many lanes this keyspace has, read once a process; a failure is not cached.
 * @throws DatabaseAway, or Error when the tables contradict the setting
 */
export function laneCount(): Promise<number> {
  shared.count ??= createLanes(Date.now()).catch((error: unknown) => {
    shared.count = undefined
    throw error
  })
  return shared.count
}

/**
 * Creates the lanes that are missing.
 * @param now ms since 1970: a new lane counts as merged up to the slot before it
 * @returns how many lanes this keyspace has: fixed when it is created
 * @throws DatabaseAway, or Error when the tables contradict the setting
 */
export async function createLanes(now: number): Promise<number> {
  const count = Number(await initSetting('lanes', `${DEFAULT_LANES}`))
  if (!Number.isInteger(count) || count < 1 || count > BUCKETS)
    throw new Error(`The setting "lanes" must be 1..${BUCKETS}`)
  const existing = new Set((await listLanes()).map(({ lane }) => lane))
  // Before any row is written: the fence is read from these.
  for (let lane = 0; lane < count; lane++)
    if (!existing.has(lane)) await createLane(lane, slotOf(now) - 1)
  const found = (await listLanes()).length
  if (found !== count)
    throw new Error(`The setting "lanes" says ${count}, the table has ${found}: refusing to start`)
  return count
}
