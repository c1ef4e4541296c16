/** A series as [count, how many frames in a row, count, ...]: how it travels to the browser. */
export function toRunLengths(series: ArrayLike<number>): number[] {
  const flat: number[] = []
  for (let frame = 0; frame < series.length; ) {
    const count = series[frame] ?? 0
    let end = frame + 1
    while (end < series.length && series[end] === count) end++
    flat.push(count, end - frame)
    frame = end
  }
  return flat
}

export function fromRunLengths(flat: readonly number[]): Uint32Array {
  let length = 0
  for (let i = 1; i < flat.length; i += 2) length += flat[i] ?? 0
  const series = new Uint32Array(length)
  let frame = 0
  for (let i = 0; i < flat.length; i += 2) {
    const end = frame + (flat[i + 1] ?? 0)
    series.fill(flat[i] ?? 0, frame, end)
    frame = end
  }
  return series
}
