import type { FrameRate, VideoFrames } from '#lib/videos/video.ts'
import { type FrameCounts, indexOfMax } from './frameCounts.ts'
import type { Runs } from './runs.ts'

/** Bin i covers the frames [edges[i], edges[i + 1]) and `values[i]` is the greatest among them. */
export type Bins = { edges: number[]; values: number[] }

/**
 * Bins counts by the maximum and never the mean: a spike of one frame is what the owner is looking
 * for. Bins differ in width by one frame at most; a range shorter than `maxBins` has a bin for each
 * of its frames.
 * @param range `[from, to)` in frames; the whole video when left out
 */
export function binByMax(
  counts: ArrayLike<number>,
  maxBins: number,
  { from, to } = { from: 0, to: counts.length },
): Bins {
  const frames = to - from
  if (frames <= 0) return { edges: [from], values: [] }
  const bins = Math.min(frames, Math.max(1, Math.floor(maxBins)))
  const edges = Array.from({ length: bins + 1 }, (_, bin) => from + firstFrameOf(bin, bins, frames))
  const values = Array.from({ length: bins }, (_, bin) =>
    maxOf(counts, edges[bin] ?? 0, edges[bin + 1] ?? 0),
  )
  return { edges, values }
}

/**
 * The counts of another video on the timeline of this one: each frame gets the greatest count of the
 * frames that the other video shows during it, and 0 after the other's end.
 */
export function alignTo(
  video: VideoFrames,
  other: { fps: FrameRate; counts: ArrayLike<number> },
): FrameCounts {
  // Frames of the other video for one of this: a rational, exact for videos of one rate.
  const up = video.fps.den * other.fps.num
  const down = video.fps.num * other.fps.den
  return Float64Array.from({ length: video.frames }, (_, frame) => {
    const from = Math.floor((frame * up) / down)
    const to = Math.max(from + 1, Math.ceil(((frame + 1) * up) / down))
    return maxOf(other.counts, from, Math.min(to, other.counts.length))
  })
}

const SEEN_BINS = 200

/** For each of 200 bins of the video the share of its frames that was played, 0..1; none without runs. */
export function seenBins(runs: Runs, frames: number): number[] {
  if (runs.length === 0) return []
  const bins = Math.min(SEEN_BINS, frames)
  let run = 0
  return Array.from({ length: bins }, (_, bin) => {
    const from = firstFrameOf(bin, bins, frames)
    const to = firstFrameOf(bin + 1, bins, frames)
    let seen = 0
    while ((runs[run]?.[1] ?? Infinity) <= from) run++
    for (let i = run; (runs[i]?.[0] ?? Infinity) < to; i++) {
      const [start = 0, end = 0] = runs[i] ?? []
      seen += Math.min(end, to) - Math.max(start, from)
    }
    return Math.round((seen / (to - from)) * 100) / 100
  })
}

const firstFrameOf = (bin: number, bins: number, frames: number) =>
  Math.floor((bin * frames) / bins)

const maxOf = (counts: ArrayLike<number>, from: number, to: number) =>
  counts[indexOfMax(counts, from, to)] ?? 0
