import { dateOf } from '#components/ui/ago.ts'

const DAY = 86_400_000

export type DayOf<T> = { day: string; items: T[] }

/**
 * Cuts what is sorted by time into days, in UTC as all days here are.
 * @returns with "Today", "Yesterday" or the date
 */
export function byDay<T>(items: readonly T[], timeOf: (item: T) => Date, now: Date): DayOf<T>[] {
  const days: DayOf<T>[] = []
  for (const item of items) {
    const day = dayWords(timeOf(item), now)
    const last = days.at(-1)
    if (last?.day === day) last.items.push(item)
    else days.push({ day, items: [item] })
  }
  return days
}

function dayWords(at: Date, now: Date): string {
  const days = Math.floor(now.getTime() / DAY) - Math.floor(at.getTime() / DAY)
  // A clock that goes ahead is no tomorrow.
  if (days <= 0) return 'Today'
  return days === 1 ? 'Yesterday' : dateOf(at)
}
