import type { TableRow } from './result.ts'

const HEAD = ['measure', 'here', 'compared with', 'ratio', 'target', 'met']

/** The rows as a Markdown table, padded so that it reads as plain text too. */
export function toTable(rows: readonly TableRow[]): string {
  const cells = [HEAD, ...rows.map(toCells)]
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const [head = '', ...body] = cells.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [head, rule, ...body].join('\n')
}

function toCells({ measure, ours, other, ratio, target, isMet }: TableRow): string[] {
  return [measure, ours, other, ratio, target, isMet ? 'yes' : 'NO']
}
