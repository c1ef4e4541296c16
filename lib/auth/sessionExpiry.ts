const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The longest a session can live; the cookie's envelope lives as long, the row decides. */
export const ABSOLUTE_MS = 90 * DAY
const SLIDING_MS = 30 * DAY
const UNREMEMBERED_MS = 12 * HOUR
/** How exact "last seen" is: one write a session in this time. */
const TOUCH_MS = 5 * MINUTE

type Times = { createdAt: Date; remember: boolean }

/** The moment after which a session cannot live, however much it is used. */
export function lastMoment({ createdAt, remember }: Times): Date {
  return new Date(createdAt.getTime() + (remember ? ABSOLUTE_MS : UNREMEMBERED_MS))
}

/** When a session that is used now ends: in 30 days if kept, never past its last moment. */
export function endOfUse(times: Times, now: Date): Date {
  const end = lastMoment(times).getTime()
  return new Date(times.remember ? Math.min(now.getTime() + SLIDING_MS, end) : end)
}

export function isDueForTouch(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= TOUCH_MS
}

/** Seconds for which the row, and all that is written to it, must be kept. */
export function secondsToKeep(times: Times, now: Date): number {
  return Math.max(1, Math.ceil((lastMoment(times).getTime() - now.getTime() + HOUR) / 1000))
}
