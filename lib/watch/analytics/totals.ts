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
const DAYS_A_QUERY = 31
const AT_ONCE = 8

/**
 * Days that all lanes have left behind change no more, unless the curves are made anew: kept for ten
 * minutes, so that a page that refreshes itself reads today alone.
 */
const KEPT_MS = 600_000
const kept = onceAProcess(
  'day totals',
  () => new LRUCache<string, { until: number; totals: WatchTotals }>({ max: 100_000 }),
)

/**
 * What was played of each video on each period (`all` or a UTC day), without the curves.
 * @returns by video, in the order of `periods`
 * @throws DatabaseAway
 */
export async function readTotals(
  videoIds: readonly string[],
  periods: readonly string[],
  now: number,
): Promise<Map<string, WatchTotals[]>> {
  const lanes = await listLanes()
  const merged = Math.min(...lanes.map(({ mergedTo }) => mergedTo))
  const isOver = (period: string) =>
    period !== 'all' && (dayNumber(slotOf(Date.parse(period))) + 1) * SLOTS_PER_DAY <= merged
  const found = new Map<string, WatchTotals[]>()
  await forEachConcurrent(videoIds, AT_ONCE, async (videoId) => {
    const known = new Map<string, WatchTotals>()
    for (const period of periods) {
      const old = kept.get(`${videoId} ${period}`)
      if (old && old.until > now) known.set(period, old.totals)
    }
    const missing = periods.filter((period) => !known.has(period))
    for (let at = 0; at < missing.length; at += DAYS_A_QUERY) {
      const asked = missing.slice(at, at + DAYS_A_QUERY)
      const rows = await readCurveHeaders(
        videoId,
        asked,
        lanes.map(({ lane }) => lane),
      )
      for (const period of asked) {
        const totals = sumOf(rows.filter((row) => row.period === period))
        known.set(period, totals)
        if (isOver(period)) kept.set(`${videoId} ${period}`, { until: now + KEPT_MS, totals })
      }
    }
    found.set(
      videoId,
      periods.map((period) => known.get(period) ?? NOTHING),
    )
  })
  return found
}

export function sumOf(totals: readonly WatchTotals[]): WatchTotals {
  const sum = { ...NOTHING }
  for (const { views, framesPlayed, viewers, completions } of totals) {
    sum.views += views
    sum.framesPlayed += framesPlayed
    sum.viewers += viewers
    sum.completions += completions
  }
  return sum
}
