import type { View } from './frameView.ts'

/** A row of the table behind a chart: the stretch `[from, to)` and the bounds of each line in it. */
export type TableRow = { from: number; to: number; bounds: Bounds[] }
export type Bounds = { least: number; most: number }

/**
 * The curves in words' reach: a row a frame where that is few enough, else a row a second, or as
 * many seconds a row as keep it under `most` rows. Least and most of each stretch, so that a single
 * frame shows here too.
 */
export function tableRows(
  lines: ArrayLike<number>[],
  view: View,
  framesPerSecond: number,
  most = 240,
): TableRow[] {
  const frames = view.to - view.from
  const second = Math.max(1, framesPerSecond)
  const step = frames <= most / 2 ? 1 : second * Math.max(1, Math.ceil(frames / second / most))
  const rows: TableRow[] = []
  // Seconds of the video, wherever the view begins.
  for (let i = Math.floor(view.from / step), from = view.from; from < view.to; i++) {
    const to = Math.min(view.to, Math.max(from + 1, Math.round((i + 1) * step)))
    rows.push({ from, to, bounds: lines.map((line) => boundsOf(line, from, to)) })
    from = to
  }
  return rows
}

function boundsOf(series: ArrayLike<number>, from: number, to: number): Bounds {
  let least = series[from] ?? 0
  let most = least
  for (let frame = from + 1; frame < to; frame++) {
    least = Math.min(least, series[frame] ?? 0)
    most = Math.max(most, series[frame] ?? 0)
  }
  return { least, most }
}
