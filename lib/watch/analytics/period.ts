import { dayName } from '#lib/utcDay.ts'
import { dayNumber, slotOf } from '#lib/watch/log/slot.ts'

/** All time, or UTC days `YYYY-MM-DD`, both inclusive. Browser-safe. */
export type Period = 'all' | { from: string; to: string }

const MAX_DAYS = 366
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** @param text `all`, a day, or `day..day`. @returns null when it is none of these. */
export function parsePeriod(text: string): Period | null {
  if (text === 'all') return 'all'
  const days = text.split('..')
  const [from = '', to = from] = days
  if (days.length > 2 || !isDay(from) || !isDay(to) || from > to) return null
  const period = { from, to }
  return daysOf(period).length <= MAX_DAYS ? period : null
}

/** The days of a period, in order. */
export function daysOf({ from, to }: { from: string; to: string }): string[] {
  const first = numberOf(from)
  return Array.from({ length: numberOf(to) - first + 1 }, (_, i) => dayName(first + i))
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && dayName(numberOf(text)) === text
}

function numberOf(day: string): number {
  return dayNumber(slotOf(Date.parse(day)))
}

/** The days of a period in a URL, in order; none for all time and for malformed text. */
export function parseDays(text: string): string[] {
  const period = parsePeriod(text)
  return period === null || period === 'all' ? [] : daysOf(period)
}

/** A period of a URL, for display. */
export function periodName(text: string): string {
  return text === 'all' ? 'all time' : text.replace('..', ' to ')
}

/** The UTC day of a time (ms since 1970). */
export function dayAt(at: number): string {
  return dayName(dayNumber(slotOf(at)))
}

/** The last `count` UTC days, today included, in the form of a URL. */
export function lastDays(count: number, now: Date): string {
  const today = dayNumber(slotOf(now.getTime()))
  return `${dayName(today - count + 1)}..${dayName(today)}`
}

/** The same number of days right before these, in the form of a URL. */
export function daysBefore({ from, to }: { from: string; to: string }): string {
  const [first, last] = [numberOf(from), numberOf(to)]
  const days = [dayName(first - (last - first) - 1), dayName(first - 1)]
  return days[0] === days[1] ? `${days[0]}` : days.join('..')
}
