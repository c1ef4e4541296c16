import { percent, several } from '#lib/format/numbers.ts'
import { fromRunLengths } from './runLengths.ts'

/** A line of a chart as it travels to the browser. */
export type CurveLine = {
  /** In the legend and the table: "different viewers". */
  name: string
  one: string
  many: string
  /** Said before the count where one thing is counted twice: "the week before: ". */
  before?: string
  /** `toRunLengths`: exact to the frame, and short on the way. */
  lengths: number[]
  /** Where two audiences are compared: how many plays are all, and the line is drawn as their share. */
  of?: number
}

export type OpenLine = CurveLine & { counts: Uint32Array; heightOf: (count: number) => number }

export function openLine(line: CurveLine): OpenLine {
  const { of } = line
  const heightOf = of === undefined ? (count: number) => count : sharesOf(of)
  return { ...line, counts: fromRunLengths(line.lengths), heightOf }
}

/** In hundredths: a curve that is 100 high was played by every play. */
const sharesOf = (of: number) => (count: number) => (count / Math.max(1, of)) * 100

/** "372 plays", "the week before: 120 plays (38 %)" */
export function lineWords({ one, many, before = '', of, counts }: OpenLine, frame: number): string {
  const count = counts[frame] ?? 0
  const share = of === undefined ? '' : ` (${percent(count / Math.max(1, of))})`
  return `${before}${several(count, one, many)}${share}`
}
