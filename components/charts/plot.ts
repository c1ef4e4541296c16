import { scaleLinear } from 'd3-scale'
import type { Bins } from '#lib/watch/aggregate/bins.ts'

/** The viewBox of the plot; the page stretches it, the lines keep their width. */
export const PLOT = { width: 1_160, height: 240 }

export type Ticks = { value: number; share: number }[]

/** The y axis: from 0 to a round number, with ticks at whole numbers. */
export function countScale(most: number): { top: number; ticks: Ticks } {
  const scale = scaleLinear([0, Math.max(1, most)], [0, 1]).nice(3)
  const top = scale.domain()[1] ?? 1
  const values = scale.ticks(3).filter(Number.isInteger)
  return { top, ticks: values.map((value) => ({ value, share: value / top })) }
}

/** Neighbouring bins of one level joined: the rectangles of a heatmap. */
export function heatmapPieces({ edges, values }: Bins, levels: number) {
  const most = Math.max(1, ...values)
  const pieces: { from: number; to: number; level: number }[] = []
  values.forEach((value, i) => {
    const level = value > 0 ? Math.max(1, Math.round((value / most) * levels)) : 0
    const to = edges[i + 1] ?? 0
    const last = pieces.at(-1)
    if (last?.level === level) last.to = to
    else pieces.push({ from: edges[i] ?? 0, to, level })
  })
  return pieces
}
