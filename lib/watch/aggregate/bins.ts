import type { FrameRate, VideoFrames } from '#lib/videos/video.ts'
import type { Runs } from './runs.ts'

/** Bin i covers the frames [edges[i], edges[i + 1]) and `values[i]` is the greatest among them. */
export type Bins = { edges: number[]; values: number[] }

/**
 * Bins a series for drawing, by the maximum and never the mean: a spike of one frame is what the
 * owner is looking for. A series shorter than `most` keeps a bin for each of its frames.
 * @param stretch the part of the series to bin; all of it when left out
 */
export function binByMax(
  series: ArrayLike<number>,
  most: number,
  { from, to } = { from: 0, to: series.length },
): Bins {
  const length = to - from
  if (length <= 0) return { edges: [from], values: [] }
  const count = Math.min(length, Math.max(1, Math.floor(most)))
  const edges = Array.from({ length: count + 1 }, (_, i) => from + Math.floor((i * length) / count))
  const values = Array.from({ length: count }, (_, i) =>
    greatest(series, edges[i] ?? 0, edges[i + 1] ?? 0),
  )
  return { edges, values }
}

function greatest(series: ArrayLike<number>, from: number, to: number): number {
  let most = series[from] ?? 0
  for (let frame = from + 1; frame < to; frame++) most = Math.max(most, series[frame] ?? 0)
  return most
}

/**
 * The counts of another video laid over this one by time: each frame has the greatest count of the
 * frames that the other shows meanwhile; beyond the other's end nothing.
 */
export function alignTo(
  video: VideoFrames,
  other: { fps: FrameRate; counts: ArrayLike<number> },
): number[] {
  const { counts } = other
  // Frames of the other video for one of this: a rational, exact for videos of one rate.
  const up = video.fps.den * other.fps.num
  const down = video.fps.num * other.fps.den
  return Array.from({ length: video.frames }, (_, frame) => {
    const from = Math.floor((frame * up) / down)
    const to = Math.max(from + 1, Math.ceil(((frame + 1) * up) / down))
    let most = 0
    for (let at = from; at < to; at++) most = Math.max(most, counts[at] ?? 0)
    return most
  })
}

const MAX_SEEN_BINS = 200

/** Per bin of the whole video the share of its frames that was played, 0..1; none when nothing was. */
export function seenBins(runs: Runs, frames: number): number[] {
  if (runs.length === 0) return []
  const bins = Math.min(MAX_SEEN_BINS, frames)
  let run = 0
  return Array.from({ length: bins }, (_, bin) => {
    const from = firstFrameOfBin(bin, bins, frames)
    const to = firstFrameOfBin(bin + 1, bins, frames)
    let seen = 0
    while ((runs[run]?.[1] ?? Infinity) <= from) run++
    for (let i = run; (runs[i]?.[0] ?? Infinity) < to; i++) {
      const [start = 0, end = 0] = runs[i] ?? []
      seen += Math.min(end, to) - Math.max(start, from)
    }
    return Math.round((seen / (to - from)) * 100) / 100
  })
}

/** Bin i of n holds the frames from floor(i * frames / n) on. */
export function binByMaximum(counts: ArrayLike<number>, points?: number): number[] {
  const frames = counts.length
  if (points === undefined || points >= frames) return Array.from(counts)
  return Array.from({ length: points }, (_, i) => {
    const end = firstFrameOfBin(i + 1, points, frames)
    let most = 0
    for (let frame = firstFrameOfBin(i, points, frames); frame < end; frame++)
      most = Math.max(most, counts[frame] ?? 0)
    return most
  })
}

export function firstFrameOfBin(bin: number, points: number, frames: number): number {
  return Math.floor((bin * frames) / points)
}
