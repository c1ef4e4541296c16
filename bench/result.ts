/** One row of the table. All values are text: their units differ from row to row. */
export type TableRow = {
  measure: string
  /** The result of this product. */
  ours: string
  /** What it is compared with, and the result of that. */
  other: string
  ratio: string
  target: string
  isMet: boolean
}

/** The result of one measure. */
export type Result = {
  rows: TableRow[]
  /** Further facts, a sentence each: rounds, settings, why a target was missed. */
  notes: string[]
}
