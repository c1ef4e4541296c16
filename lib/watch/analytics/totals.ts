import { LRUCache } from 'lru-cache'
import { listLanes } from '#db/lanes.ts'
import { readCurveHeaders } from '#db/videoCurve.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { dayNumber, SLOTS_PER_DAY, slotOf } from '#lib/watch/log/slot.ts'

export type WatchTotals = {
  views: number
  framesPlayed: number
  viewers: number
  completions: number
}

const NOTHING: WatchTotals = { views: 0, framesPlayed: 0, viewers: 0, completions: 0 }
const DAYS_PER_QUERY = 31
const CONCURRENT_VIDEOS = 8

/**
 * The totals of a day that is merged in every lane change only when its curves are rebuilt. Cached for
 * ten minutes, so that a page that refreshes itself reads today alone.
 */
const cache = onceAProcess(
  'day totals',
  () => new LRUCache<string, WatchTotals>({ max: 100_000, ttl: 600_000 }),
)

/**
 * What was played of each video in each period (`all` or a UTC day), without the curves.
 * @returns by video, in the order of `periods`
 * @throws DatabaseAway
 */
export async function readTotals(
  videoIds: readonly string[],
  periods: readonly string[],
): Promise<Map<string, WatchTotals[]>> {
  const rows = await listLanes()
  const lanes = rows.map(({ lane }) => lane)
  const mergedTo = Math.min(...rows.map((row) => row.mergedTo))
  const isMerged = (period: string) =>
    period !== 'all' && (dayNumber(slotOf(Date.parse(period))) + 1) * SLOTS_PER_DAY <= mergedTo
  const byVideo = new Map<string, WatchTotals[]>()
  await forEachConcurrent(videoIds, CONCURRENT_VIDEOS, async (videoId) => {
    const found = new Map<string, WatchTotals>()
    for (const period of periods) {
      const cached = cache.get(`${videoId} ${period}`)
      if (cached) found.set(period, cached)
    }
    const missing = periods.filter((period) => !found.has(period))
    for (let at = 0; at < missing.length; at += DAYS_PER_QUERY) {
      const days = missing.slice(at, at + DAYS_PER_QUERY)
      const read = await readCurveHeaders(videoId, days, lanes)
      for (const period of days) {
        const totals = addTotals(read.filter((row) => row.period === period))
        found.set(period, totals)
        if (isMerged(period)) cache.set(`${videoId} ${period}`, totals)
      }
    }
    byVideo.set(
      videoId,
      periods.map((period) => found.get(period) ?? NOTHING),
    )
  })
  return byVideo
}

export function addTotals(totals: readonly WatchTotals[]): WatchTotals {
  const sum = { ...NOTHING }
  for (const { views, framesPlayed, viewers, completions } of totals) {
    sum.views += views
    sum.framesPlayed += framesPlayed
    sum.viewers += viewers
    sum.completions += completions
  }
  return sum
}
