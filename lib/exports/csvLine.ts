import { stringify } from 'csv-stringify/sync'

const OPTIONS = {
  record_delimiter: 'windows',
  // Cells with a bare \r or \n are quoted, too.
  quote_record_delimiter: true,
  escape_formulas: true,
} as const

/**
 * A line of CSV (RFC 4180). A string that a spreadsheet would evaluate as a formula gets an apostrophe
 * in front and stays text; numbers are left as they are.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return stringify([cells], OPTIONS)
}
