import { type LaneRow, listLanes } from '#db/lanes.ts'
import { type Curve, readCurve } from '#db/videoCurve.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import type { Video } from '#lib/videos/video.ts'
import { binByMaximum } from '#lib/watch/aggregate/bins.ts'
import { addChunk, CHUNK_FRAMES } from '#lib/watch/aggregate/curveChunk.ts'
import { slotEnd } from '#lib/watch/log/slot.ts'
import { daysOf, type Period } from './period.ts'

/** How a video was watched over a period, frame by frame: the JSON of the contract. */
export type Retention = {
  frames: number
  fps: [num: number, den: number]
  /** How often each frame was played; with `points`, the greatest of each bin. */
  plays: number[]
  /** How many different viewers played each frame; null over several days: they do not add up. */
  viewers: number[] | null
  /** Playbacks with a counted frame. */
  views: number
  /** The sum of `plays`, before it is binned. */
  watchedFrames: number
  uniqueViewers: number | null
  /** Viewers who had covered 90 % for the first time. */
  completions: number
  /** ISO 8601: everything acknowledged before it is counted. */
  asOf: string
}

/** Curves read at once: a month of four lanes is 120. */
const WIDTH = 16

/**
 * What a page reads does not grow with the number of plays: a few rows a lane and day.
 * @param points how many bins at most; by the maximum, so that a single frame's spike survives.
 * @throws DatabaseAway
 */
export async function readRetention(
  video: Pick<Video, 'id' | 'frames' | 'fps'>,
  period: Period,
  points?: number,
): Promise<Retention> {
  const { id, frames, fps } = video
  // Before the curves: they hold at least what the lanes say is merged.
  const lanes = await listLanes()
  const periods = period === 'all' ? ['all'] : daysOf(period)
  const isOneSet = periods.length === 1
  const sum = await sumCurves(id, frames, periods, lanes)
  return {
    frames,
    fps: [fps.num, fps.den],
    plays: binByMaximum(sum.plays, points),
    viewers: isOneSet ? binByMaximum(sum.viewers, points) : null,
    views: sum.views,
    watchedFrames: sum.plays.reduce((total, count) => total + count, 0),
    uniqueViewers: isOneSet ? sum.uniqueViewers : null,
    completions: sum.completions,
    asOf: new Date(mergedUntil(lanes)).toISOString(),
  }
}

/** ms since 1970: everything acknowledged before it is merged in every lane. */
export function mergedUntil(lanes: readonly LaneRow[]): number {
  return lanes.length === 0 ? 0 : Math.min(...lanes.map(({ mergedTo }) => slotEnd(mergedTo)))
}

async function sumCurves(
  videoId: string,
  frames: number,
  periods: string[],
  lanes: readonly LaneRow[],
) {
  const plays = new Float64Array(frames)
  const viewers = new Float64Array(frames)
  const sum = { plays, viewers, views: 0, uniqueViewers: 0, completions: 0 }
  const keys = periods.flatMap((period) => lanes.map(({ lane }) => ({ videoId, period, lane })))
  await forEachConcurrent(keys, WIDTH, async (key) => {
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
