import { readLogHeads } from '#db/watchLog.ts'
import { laneCount } from '#lib/watch/log/laneCount.ts'
import { slotOf } from '#lib/watch/log/slot.ts'

export type LiveViewers = {
  /** Different members who are watching now. */
  viewers: number
  byVideo: Map<string, number>
  /** Not all beacons were read: there may be more viewers. */
  isTruncated: boolean
}

/** A player sends a beacon every ten seconds: the current slot and two before hold all of them. */
const SLOTS = 3
const MAX_ROWS_PER_SLOT = 2_000

/**
 * The members who sent a beacon in the last half minute.
 * @param now ms since 1970
 * @throws DatabaseAway
 */
export async function readLiveViewers(now: number): Promise<LiveViewers> {
  const count = await laneCount()
  const keys = Array.from({ length: SLOTS * count }, (_, i) => ({
    slot: slotOf(now) - Math.floor(i / count),
    lane: i % count,
  }))
  const heads = await Promise.all(
    keys.map(({ slot, lane }) => readLogHeads(slot, lane, MAX_ROWS_PER_SLOT)),
  )
  const viewers = new Set<string>()
  const watching = new Map<string, Set<string>>()
  for (const { videoId, viewerId } of heads.flat()) {
    viewers.add(viewerId)
    watching.set(videoId, (watching.get(videoId) ?? new Set()).add(viewerId))
  }
  return {
    viewers: viewers.size,
    byVideo: new Map([...watching].map(([videoId, ids]) => [videoId, ids.size])),
    isTruncated: heads.some((rows) => rows.length === MAX_ROWS_PER_SLOT),
  }
}
