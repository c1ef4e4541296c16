/** A row of the table behind a chart: the stretch `[from, to)` and the bounds of its counts. */
export type TableRow = {
  from: number
  to: number
  plays: Bounds
  viewers: Bounds | null
}
export type Bounds = { least: number; most: number }

/**
 * The curve in words' reach: a row a second, or as many seconds a row as keep it under `most`
 * rows. Least and most of each stretch, so that a single frame shows here too.
 */
export function tableRows(
  plays: ArrayLike<number>,
  viewers: ArrayLike<number> | null,
  framesPerSecond: number,
  most = 240,
): TableRow[] {
  const second = Math.max(1, framesPerSecond)
  const seconds = Math.max(1, Math.ceil(plays.length / second / most))
  const rows: TableRow[] = []
  for (let i = 0, from = 0; from < plays.length; i++) {
    const to = Math.min(plays.length, Math.max(from + 1, Math.round((i + 1) * seconds * second)))
    rows.push({
      from,
      to,
      plays: bounds(plays, from, to),
      viewers: viewers && bounds(viewers, from, to),
    })
    from = to
  }
  return rows
}

function bounds(series: ArrayLike<number>, from: number, to: number): Bounds {
  let least = series[from] ?? 0
  let most = least
  for (let frame = from + 1; frame < to; frame++) {
    least = Math.min(least, series[frame] ?? 0)
    most = Math.max(most, series[frame] ?? 0)
  }
  return { least, most }
}
