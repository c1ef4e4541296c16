const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The maximum lifetime of a session. The cookie's token has the same; the row decides. */
export const MAX_SESSION_MS = 90 * DAY
const IDLE_TIMEOUT_MS = 30 * DAY
const UNREMEMBERED_SESSION_MS = 12 * HOUR
/** The resolution of "last used": at most one write per session in this time. */
const TOUCH_INTERVAL_MS = 5 * MINUTE

type SessionTimes = { createdAt: Date; remember: boolean }

/** The absolute end of a session, however much it is used. */
export function maxExpiry({ createdAt, remember }: SessionTimes): Date {
  return new Date(createdAt.getTime() + (remember ? MAX_SESSION_MS : UNREMEMBERED_SESSION_MS))
}

/** When a session used now expires: in 30 days if remembered, never after `maxExpiry`. */
export function slidingExpiry(times: SessionTimes, now: Date): Date {
  const end = maxExpiry(times).getTime()
  return new Date(times.remember ? Math.min(now.getTime() + IDLE_TIMEOUT_MS, end) : end)
}

export function isDueForTouch(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= TOUCH_INTERVAL_MS
}

/** The TTL of the row and of all that is written to it, in seconds. */
export function rowTtlSeconds(times: SessionTimes, now: Date): number {
  return Math.max(1, Math.ceil((maxExpiry(times).getTime() - now.getTime() + HOUR) / 1000))
}
