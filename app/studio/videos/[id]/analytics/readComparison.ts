import { getVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { alignTo } from '#lib/watch/aggregate/bins.ts'
import type { FrameCounts } from '#lib/watch/aggregate/frameCounts.ts'
import { daysBefore, type Period, parsePeriod, periodName } from '#lib/watch/analytics/period.ts'
import { readVideoCounts, type VideoCounts } from '#lib/watch/analytics/retention.ts'

/** What a curve is compared with: another audience, or the replays of its own viewers. */
export type Comparison =
  | {
      kind: 'audience'
      name: string
      video: Video
      counts: VideoCounts
      /** Its plays on the timeline of the video it is compared with. */
      plays: FrameCounts
    }
  | { kind: 'replays' }

/** @param param `repeats`, `before`, a period, or the id of a video; anything else is ignored. */
export async function readComparison(
  param: string | string[] | undefined,
  video: Video,
  period: Period,
): Promise<Comparison | null> {
  if (typeof param !== 'string' || param === '') return null
  if (param === 'repeats') return { kind: 'replays' }
  const text = param === 'before' && period !== 'all' ? daysBefore(period) : param
  const days = parsePeriod(text)
  const other = days ? video : await getVideo(param)
  if (!other) return null
  const counts = await readVideoCounts(other, days ?? period)
  const plays =
    other.id === video.id ? counts.plays : alignTo(video, { fps: other.fps, counts: counts.plays })
  const name = days ? periodName(text) : other.title
  return { kind: 'audience', name, video: other, counts, plays }
}
