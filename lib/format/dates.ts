const MINUTE_SECONDS = 60
const HOUR_SECONDS = 60 * MINUTE_SECONDS
const DAY_SECONDS = 24 * HOUR_SECONDS

const dates = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** "12 Mar 2026" in UTC, as all days of the statistics are. */
export const formatDate = (at: Date) => dates.format(at)

const dateTimes = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
})

/** "12 Mar 2026, 14:05 UTC" */
export const formatDateTime = (at: Date) => `${dateTimes.format(at)} UTC`

/** @returns "just now", "3 min ago", "2 h ago", "5 days ago", then the date. */
export function formatAgo(at: Date, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1_000)
  if (seconds < MINUTE_SECONDS) return 'just now'
  if (seconds < HOUR_SECONDS) return `${Math.floor(seconds / MINUTE_SECONDS)} min ago`
  if (seconds < DAY_SECONDS) return `${Math.floor(seconds / HOUR_SECONDS)} h ago`
  const days = Math.floor(seconds / DAY_SECONDS)
  if (days < 14) return days === 1 ? '1 day ago' : `${days} days ago`
  return formatDate(at)
}
