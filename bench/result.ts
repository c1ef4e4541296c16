/** One row of the table. All of it is text: what is a number here is a duration there. */
export type Line = {
  measure: string
  /** What this product does. */
  ours: string
  /** What it is compared with, and does. */
  other: string
  ratio: string
  reach: string
  reached: boolean
}

/** What one measure came to. */
export type Result = {
  lines: Line[]
  /** What else was seen, a sentence each: rounds, settings, why a reach was missed. */
  notes: string[]
}
