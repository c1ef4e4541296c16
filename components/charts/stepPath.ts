import type { Bins } from '#lib/watch/aggregate/bins.ts'

export type Scale = (value: number) => number

/**
 * A line in steps: each bin is level from its first frame to the next bin's, for a frame has one
 * count and nothing lies between two frames. Bins of one height after another are one stroke.
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

/** The same steps, filled down to zero. */
export function stepArea(bins: Bins, x: Scale, y: Scale): string {
  if (bins.values.length === 0) return ''
  return `${stepPath(bins, x, y)}V${at(y(0))}H${at(x(bins.edges[0] ?? 0))}Z`
}

/** A tenth of a pixel is finer than the line is wide. */
const at = (value: number) => Number(value.toFixed(1))
