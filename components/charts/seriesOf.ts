/** Runs `[start, end, count]` of frames as one count a frame; outside the video nothing. */
export function seriesOf(
  runs: readonly (readonly [start: number, end: number, count: number])[],
  frames: number,
): Uint32Array {
  const series = new Uint32Array(Math.max(0, frames))
  for (const [start, end, count] of runs) series.fill(count, Math.max(0, start), Math.max(0, end))
  return series
}
