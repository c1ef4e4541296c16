const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The longest a session can live; the cookie's envelope lives as long, the row decides. */
export const MAX_SESSION_MS = 90 * DAY
const IDLE_TIMEOUT_MS = 30 * DAY
const UNREMEMBERED_SESSION_MS = 12 * HOUR
/** How exact "last seen" is: one write a session in this time. */
const TOUCH_INTERVAL_MS = 5 * MINUTE

type Times = { createdAt: Date; remember: boolean }

/** The moment after which a session cannot live, however much it is used. */
export function maxExpiry({ createdAt, remember }: Times): Date {
  return new Date(createdAt.getTime() + (remember ? MAX_SESSION_MS : UNREMEMBERED_SESSION_MS))
}

/** When a session that is used now ends: in 30 days if kept, never past its last moment. */
export function slidingExpiry(times: Times, now: Date): Date {
  const end = maxExpiry(times).getTime()
  return new Date(times.remember ? Math.min(now.getTime() + IDLE_TIMEOUT_MS, end) : end)
}

export function isDueForTouch(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= TOUCH_INTERVAL_MS
}

/** Seconds for which the row, and all that is written to it, must be kept. */
export function rowTtlSeconds(times: Times, now: Date): number {
  return Math.max(1, Math.ceil((maxExpiry(times).getTime() - now.getTime() + HOUR) / 1000))
}
