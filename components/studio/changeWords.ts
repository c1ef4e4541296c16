import { percent } from '#lib/format/numbers.ts'

/** How a sum differs from that of as many days before: `12 % more than in the 7 days before`. */
export function changeWords(now: number, before: number, days: number): string {
  const than = `in the ${days} days before`
  if (before === 0) return now === 0 ? '' : `nothing ${than}`
  const change = (now - before) / before
  if (Math.abs(change) < 0.005) return `as much as ${than}`
  return `${percent(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than ${than}`
}
