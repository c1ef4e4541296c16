import { formatPercent, pluralize } from '#lib/format/numbers.ts'
import type { FrameCounts } from '#lib/watch/aggregate/frameCounts.ts'
import { decodeRunLengths } from './runLengths.ts'

/** A line of a chart as a prop of a client component. */
export type ChartLine = {
  /** In the legend and the table: "unique viewers". */
  name: string
  one: string
  many: string
  /** Put before the count when two audiences are compared: "2031-01-01: ". */
  prefix?: string
  /** `encodeRunLengths` of one count a frame. */
  runLengths: number[]
  /** Compared, a line is drawn as a share of this: all plays of its audience. */
  total?: number
}

export type DecodedLine = ChartLine & { counts: FrameCounts; heightOf: (count: number) => number }

export function decodeLine(line: ChartLine): DecodedLine {
  const { total } = line
  const heightOf = total === undefined ? (count: number) => count : percentOf(total)
  return { ...line, counts: decodeRunLengths(line.runLengths), heightOf }
}

const percentOf = (total: number) => (count: number) => (count / Math.max(1, total)) * 100

/** "372 plays", "2031-01-01: 120 plays (38 %)" */
export function describeCount(
  { one, many, prefix = '', total, counts }: DecodedLine,
  frame: number,
): string {
  const count = counts[frame] ?? 0
  const share = total === undefined ? '' : ` (${formatPercent(count / Math.max(1, total))})`
  return `${prefix}${pluralize(count, one, many)}${share}`
}
