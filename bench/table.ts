import type { Line } from './result.ts'

const HEAD = ['measure', 'here', 'compared with', 'ratio', 'reach', 'reached']

/** The lines as a Markdown table, padded so that it reads as plain text too. */
export function toTable(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(toCells)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const [head = '', ...body] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [head, rule, ...body].join('\n')
}

function toCells({ measure, ours, other, ratio, reach, reached }: Line): string[] {
  return [measure, ours, other, ratio, reach, reached ? 'yes' : 'NO']
}
