import { readLogHeads } from '#db/watchLog.ts'
import { laneCount } from '#lib/watch/log/laneCount.ts'
import { slotOf } from '#lib/watch/log/slot.ts'

export type LiveViewers = {
  /** Different members who are watching. */
  viewers: number
  byVideo: Map<string, number>
  /** There are more: not all beacons were looked at. */
  isCut: boolean
}

/** Players tell every ten seconds; the slot under way and two before hold everybody who is there. */
const SLOTS = 3
const MOST_A_SLOT = 2_000

/** Who sent a beacon in the last half minute. @param now ms since 1970 @throws DatabaseAway */
export async function readLiveViewers(now: number): Promise<LiveViewers> {
  const count = await laneCount()
  const keys = Array.from({ length: SLOTS * count }, (_, i) => ({
    slot: slotOf(now) - Math.floor(i / count),
    lane: i % count,
  }))
  const heads = await Promise.all(
    keys.map(({ slot, lane }) => readLogHeads(slot, lane, MOST_A_SLOT)),
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
    isCut: heads.some((rows) => rows.length === MOST_A_SLOT),
  }
}
