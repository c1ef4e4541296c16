import { formatPercent } from '#lib/format/numbers.ts'

/** How a total differs from that of the period before: `12 % more than the previous 7 days`. */
export function describeChange(now: number, before: number, days: number): string {
  const period = `the previous ${days} days`
  if (before === 0) return now === 0 ? '' : `none in ${period}`
  const change = (now - before) / before
  if (Math.abs(change) < 0.005) return `about the same as ${period}`
  return `${formatPercent(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than ${period}`
}
