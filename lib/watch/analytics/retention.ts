import { type LaneRow, listLanes } from '#db/lanes.ts'
import { type Curve, readCurve } from '#db/videoCurve.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import type { Video, VideoFrames } from '#lib/videos/video.ts'
import { binByMax } from '#lib/watch/aggregate/bins.ts'
import { addChunk, CHUNK_FRAMES } from '#lib/watch/aggregate/curveChunk.ts'
import type { FrameCounts } from '#lib/watch/aggregate/frameCounts.ts'
import { slotEnd } from '#lib/watch/log/slot.ts'
import { daysOf, type Period } from './period.ts'

type RetentionTotals = {
  /** Playbacks with a counted frame. */
  views: number
  /** The sum of all plays of all frames. */
  watchedFrames: number
  /** Null over several days: different viewers of days do not add up. */
  uniqueViewers: number | null
  /** Viewers who had covered 90 % for the first time. */
  completions: number
  /** ISO 8601: everything acknowledged before it is counted. */
  asOf: string
}

/** How a video was watched over a period, frame by frame. */
export type VideoCounts = RetentionTotals & {
  /** How often each frame was played. */
  plays: FrameCounts
  /** How many different viewers played each frame; null over several days. */
  viewers: FrameCounts | null
}

/** The same as the JSON of the public contract. */
export type Retention = RetentionTotals & {
  frames: number
  fps: [num: number, den: number]
  /** One count a frame; with `points`, the greatest count of each bin. */
  plays: number[]
  viewers: number[] | null
}

type Counted = Pick<Video, 'id' | 'frames' | 'fps'>

/** A month of four lanes is 120 curves. */
const CONCURRENT_READS = 16

/**
 * What a page reads does not grow with the number of plays: a few rows a lane and day.
 * @throws DatabaseAway
 */
export async function readVideoCounts(video: Counted, period: Period): Promise<VideoCounts> {
  // Before the curves: they hold at least what the lanes say is merged.
  const lanes = await listLanes()
  const periods = period === 'all' ? ['all'] : daysOf(period)
  const isOneSet = periods.length === 1
  const sum = await sumCurves(video, periods, lanes)
  return {
    plays: sum.plays,
    viewers: isOneSet ? sum.viewers : null,
    views: sum.views,
    watchedFrames: sum.plays.reduce((total, count) => total + count, 0),
    uniqueViewers: isOneSet ? sum.uniqueViewers : null,
    completions: sum.completions,
    asOf: new Date(mergedUntil(lanes)).toISOString(),
  }
}

/**
 * @param points the number of bins at most; by the maximum, so that a spike of one frame survives
 * @throws DatabaseAway
 */
export async function readRetention(
  video: Counted,
  period: Period,
  points?: number,
): Promise<Retention> {
  return toRetention(video, await readVideoCounts(video, period), points)
}

export function toRetention(
  { frames, fps }: VideoFrames,
  { plays, viewers, ...totals }: VideoCounts,
  points?: number,
): Retention {
  const toArray = (counts: FrameCounts) =>
    points === undefined ? Array.from(counts) : binByMax(counts, points).values
  return {
    frames,
    fps: [fps.num, fps.den],
    plays: toArray(plays),
    viewers: viewers && toArray(viewers),
    ...totals,
  }
}

/** ms since 1970: everything acknowledged before it is merged in every lane. */
export function mergedUntil(lanes: readonly LaneRow[]): number {
  return lanes.length === 0 ? 0 : Math.min(...lanes.map(({ mergedTo }) => slotEnd(mergedTo)))
}

async function sumCurves(
  { id: videoId, frames }: Counted,
  periods: string[],
  lanes: readonly LaneRow[],
) {
  const plays = new Float64Array(frames)
  const viewers = new Float64Array(frames)
  const sum = { plays, viewers, views: 0, uniqueViewers: 0, completions: 0 }
  const keys = periods.flatMap((period) => lanes.map(({ lane }) => ({ videoId, period, lane })))
  await forEachConcurrent(keys, CONCURRENT_READS, async (key) => {
    const { header, chunks }: Curve = await readCurve(key)
    for (const chunk of chunks) {
      addChunk(chunk.plays, plays, chunk.chunk * CHUNK_FRAMES)
      addChunk(chunk.viewers, viewers, chunk.chunk * CHUNK_FRAMES)
    }
    sum.views += header?.views ?? 0
    sum.uniqueViewers += header?.viewers ?? 0
    sum.completions += header?.completions ?? 0
  })
  return sum
}
