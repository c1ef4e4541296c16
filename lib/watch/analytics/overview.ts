import { secondsAt, type Video } from '#lib/videos/video.ts'
import { daysBefore, daysOf, parseDays } from './period.ts'
import { addTotals, readTotals, type WatchTotals } from './totals.ts'

export type VideoTrend = {
  video: Video
  /** Totals of the period, and of as many days before it. */
  now: WatchTotals
  before: WatchTotals
  /** Seconds watched on each day of the period. */
  secondsByDay: number[]
}

/** The days of the newest videos only are read. */
const MAX_VIDEOS = 200

/**
 * The totals of each video over some days, and over as many days before these.
 * @throws DatabaseAway
 */
export async function readVideoTrends(
  videos: readonly Video[],
  period: { from: string; to: string },
): Promise<{ trends: VideoTrend[]; isTruncated: boolean }> {
  const newest = videos.slice(0, MAX_VIDEOS)
  const days = daysOf(period)
  const ids = newest.map(({ id }) => id)
  const totals = await readTotals(ids, [...parseDays(daysBefore(period)), ...days])
  const trends = newest.map((video) => {
    const each = totals.get(video.id) ?? []
    const [before, during] = [each.slice(0, -days.length), each.slice(-days.length)]
    return {
      video,
      now: addTotals(during),
      before: addTotals(before),
      secondsByDay: during.map(({ framesPlayed }) => secondsAt(framesPlayed, video.fps)),
    }
  })
  return { trends, isTruncated: videos.length > MAX_VIDEOS }
}
