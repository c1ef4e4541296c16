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
