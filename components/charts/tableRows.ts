import type { View } from './frameView.ts'

/** A row of the table: the frames `[from, to)` and the bounds of each line in them. */
export type TableRow = { from: number; to: number; bounds: Bounds[] }
export type Bounds = { min: number; max: number }

/**
 * The counts in view as rows of a table: one a frame where these are few enough, else one a second,
 * or as many seconds a row as keep the table under `maxRows`. With the minimum and maximum of each
 * row, so that a spike of one frame is not lost.
 */
export function tableRows(
  lines: ArrayLike<number>[],
  view: View,
  framesPerSecond: number,
  maxRows = 240,
): TableRow[] {
  const frames = view.to - view.from
  const second = Math.max(1, framesPerSecond)
  const step =
    frames <= maxRows / 2 ? 1 : second * Math.max(1, Math.ceil(frames / second / maxRows))
  const rows: TableRow[] = []
  // Rows begin at whole seconds of the video, wherever the view begins.
  for (let i = Math.floor(view.from / step), from = view.from; from < view.to; i++) {
    const to = Math.min(view.to, Math.max(from + 1, Math.round((i + 1) * step)))
    rows.push({ from, to, bounds: lines.map((line) => boundsOf(line, from, to)) })
    from = to
  }
  return rows
}

function boundsOf(counts: ArrayLike<number>, from: number, to: number): Bounds {
  let min = counts[from] ?? 0
  let max = min
  for (let frame = from + 1; frame < to; frame++) {
    min = Math.min(min, counts[frame] ?? 0)
    max = Math.max(max, counts[frame] ?? 0)
  }
  return { min, max }
}
