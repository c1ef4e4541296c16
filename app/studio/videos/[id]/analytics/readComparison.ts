import { getVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { alignTo } from '#lib/watch/aggregate/bins.ts'
import { daysBefore, type Period, parsePeriod, periodName } from '#lib/watch/analytics/period.ts'
import { type Retention, readRetention } from '#lib/watch/analytics/retention.ts'

/** What a curve is laid beside: another audience, or the later plays of the same people. */
export type Comparison =
  | { kind: 'audience'; name: string; video: Video; retention: Retention; plays: number[] }
  | { kind: 'repeats' }

/** @param param `repeats`, `before`, a period, or the id of a video; anything else is nothing. */
export async function readComparison(
  param: string | string[] | undefined,
  video: Video,
  period: Period,
): Promise<Comparison | null> {
  if (typeof param !== 'string' || param === '') return null
  if (param === 'repeats') return { kind: 'repeats' }
  const text = param === 'before' && period !== 'all' ? daysBefore(period) : param
  const days = parsePeriod(text)
  const other = days ? video : await getVideo(param)
  if (!other) return null
  const retention = await readRetention(other, days ?? period)
  const { plays } = retention
  const aligned = other.id === video.id ? plays : alignTo(video, { fps: other.fps, counts: plays })
  const name = days ? periodName(text) : other.title
  return { kind: 'audience', name, video: other, retention, plays: aligned }
}
