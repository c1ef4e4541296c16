/** What a spreadsheet would carry out as a formula when it opens the file. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A line of CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe in
 * front, by which it stays text; numbers are left as they are.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
