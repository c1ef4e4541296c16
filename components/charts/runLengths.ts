import type { FrameCounts } from '#lib/watch/aggregate/frameCounts.ts'

/**
 * Counts as `[count, number of frames in a row, count, ...]`: how a curve travels in the props of a
 * client component, where one number a frame would be most of the page.
 */
export function encodeRunLengths(counts: FrameCounts): number[] {
  const runLengths: number[] = []
  for (let frame = 0; frame < counts.length; ) {
    const count = counts[frame] ?? 0
    let end = frame + 1
    while (end < counts.length && counts[end] === count) end++
    runLengths.push(count, end - frame)
    frame = end
  }
  return runLengths
}

/** The inverse of `encodeRunLengths`. */
export function decodeRunLengths(runLengths: readonly number[]): FrameCounts {
  let frames = 0
  for (let i = 1; i < runLengths.length; i += 2) frames += runLengths[i] ?? 0
  const counts = new Float64Array(frames)
  let frame = 0
  for (let i = 0; i < runLengths.length; i += 2) {
    const end = frame + (runLengths[i + 1] ?? 0)
    counts.fill(runLengths[i] ?? 0, frame, end)
    frame = end
  }
  return counts
}
