import type { Bins } from '#lib/watch/aggregate/bins.ts'

export type Scale = (value: number) => number

/**
 * A step line: each bin is level up to the next bin's first frame. Equal neighbours are one stroke.
 * Not d3-shape's `curveStepAfter`: it writes `L x,y` for every `H x` and `V y`, which doubles the
 * path, and adds 4.3 kB of gzipped script to each page with a chart.
 */
export function stepPath({ edges, values }: Bins, x: Scale, y: Scale): string {
  if (values.length === 0) return ''
  let path = `M${at(x(edges[0] ?? 0))},${at(y(values[0] ?? 0))}`
  for (let i = 1; i < values.length; i++) {
    if (values[i] === values[i - 1]) continue
    path += `H${at(x(edges[i] ?? 0))}V${at(y(values[i] ?? 0))}`
  }
  return `${path}H${at(x(edges.at(-1) ?? 0))}`
}

/** The same steps as a closed area down to zero. */
export function stepArea(bins: Bins, x: Scale, y: Scale): string {
  if (bins.values.length === 0) return ''
  return `${stepPath(bins, x, y)}V${at(y(0))}H${at(x(bins.edges[0] ?? 0))}Z`
}

/** A tenth of a pixel is finer than the line is wide. */
const at = (value: number) => Math.round(value * 10) / 10
