import { formatDate } from '#lib/format/dates.ts'

const DAY_MS = 86_400_000

export type DayGroup<T> = { day: string; items: T[] }

/**
 * Groups items that are sorted by time into UTC days.
 * @returns groups labelled "Today", "Yesterday" or with the date
 */
export function groupByDay<T>(
  items: readonly T[],
  timeOf: (item: T) => Date,
  now: Date,
): DayGroup<T>[] {
  const days: DayGroup<T>[] = []
  for (const item of items) {
    const day = dayLabel(timeOf(item), now)
    const last = days.at(-1)
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}

function dayLabel(at: Date, now: Date): string {
  const days = Math.floor(now.getTime() / DAY_MS) - Math.floor(at.getTime() / DAY_MS)
  // A time in the future, of another machine's clock, is shown as today.
  if (days <= 0) return 'Today'
  return days === 1 ? 'Yesterday' : formatDate(at)
}
