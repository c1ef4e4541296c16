import { secondsAt, type Video } from '#lib/videos/video.ts'
import { daysBefore, daysNamed, daysOf } from './period.ts'
import { readTotals, sumOf, type WatchTotals } from './totals.ts'

export type VideoSums = {
  video: Video
  /** Over the period, and over as many days before. */
  now: WatchTotals
  before: WatchTotals
  /** Seconds watched on each day of the period. */
  secondsByDay: number[]
}

/** Videos whose days are read: the newest. */
const MOST_VIDEOS = 200

/**
 * What was watched over some days, video by video, beside as many days before.
 * @param now ms since 1970
 * @throws DatabaseAway
 */
export async function readVideoSums(
  videos: readonly Video[],
  period: { from: string; to: string },
  now: number,
): Promise<{ sums: VideoSums[]; isCut: boolean }> {
  const some = videos.slice(0, MOST_VIDEOS)
  const days = daysOf(period)
  const ids = some.map(({ id }) => id)
  const totals = await readTotals(ids, [...daysNamed(daysBefore(period)), ...days], now)
  const sums = some.map((video) => {
    const each = totals.get(video.id) ?? []
    const [before, during] = [each.slice(0, -days.length), each.slice(-days.length)]
    return {
      video,
      now: sumOf(during),
      before: sumOf(before),
      secondsByDay: during.map(({ framesPlayed }) => secondsAt(framesPlayed, video.fps)),
    }
  })
  return { sums, isCut: videos.length > MOST_VIDEOS }
}
