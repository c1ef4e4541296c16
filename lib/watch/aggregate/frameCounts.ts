import type { Runs } from './runs.ts'

/**
 * A curve in memory: one count a frame. The one form that reading, analysis and drawing share; it is
 * converted only where it leaves the process: run-length blobs in the tables (`curveChunk.ts`), plain
 * arrays in the JSON of the contract (`analytics/retention.ts`), run lengths in the props of a client
 * component (`components/charts/runLengths.ts`).
 */
export type FrameCounts = Float64Array

/** Runs as counts; a frame in no run has 0, and frames outside the video are dropped. */
export function countsOfRuns(runs: Runs, frames: number): FrameCounts {
  const counts = new Float64Array(Math.max(0, frames))
  for (const [start, end, count] of runs) counts.fill(count, Math.max(0, start), Math.max(0, end))
  return counts
}

/** The first frame of `[from, to)` with the greatest count; `from` when the range is empty. */
export function indexOfMax(counts: ArrayLike<number>, from = 0, to = counts.length): number {
  let max = from
  for (let frame = from + 1; frame < to; frame++)
    if ((counts[frame] ?? 0) > (counts[max] ?? 0)) max = frame
  return max
}
