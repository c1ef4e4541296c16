import { readMemberDay } from '#db/dailyActiveMembers.ts'
import { readUserDates } from '#db/users.ts'
import { ttlCache } from '#lib/ttlCache.ts'
import { dayAt, lastDays, parseDays } from '#lib/watch/analytics/period.ts'

export type MemberStats = {
  all: number
  confirmed: number
  /** Distinct members active in the last UTC day, week and month, including today. */
  active: { day: number; week: number; month: number }
  /** The days of the two series below, the oldest first. */
  days: string[]
  newByDay: number[]
  activeByDay: number[]
  /** Whether a limit was reached, so that the numbers cover a part of the members. */
  isTruncated: boolean
}

/** Bounds what the overview reads; `isTruncated` reports that it was reached. */
const MAX_MEMBERS = 20_000
const MAX_ACTIVE_A_DAY = 5_000
const DAYS = 30
const TTL_SECONDS = 60

/** Statistics of all members, at most a minute old. @throws DatabaseAway */
export function readMemberStats(now: Date): Promise<MemberStats> {
  return ttlCache('member sums', TTL_SECONDS, now, () => computeStats(now))
}

async function computeStats(now: Date): Promise<MemberStats> {
  const days = parseDays(lastDays(DAYS, now))
  const [users, active] = await Promise.all([
    readUserDates(MAX_MEMBERS + 1),
    Promise.all(days.map((day) => readMemberDay(day, MAX_ACTIVE_A_DAY))),
  ])
  const distinct = (count: number) => new Set(active.slice(-count).flat()).size
  const newByDay = new Map(days.map((day) => [day, 0]))
  for (const { createdAt } of users) {
    const day = dayAt(createdAt.getTime())
    if (newByDay.has(day)) newByDay.set(day, (newByDay.get(day) ?? 0) + 1)
  }
  return {
    all: users.length,
    confirmed: users.filter(({ isConfirmed }) => isConfirmed).length,
    active: { day: distinct(1), week: distinct(7), month: distinct(DAYS) },
    days,
    newByDay: [...newByDay.values()],
    activeByDay: active.map((ids) => ids.length),
    isTruncated:
      users.length > MAX_MEMBERS || active.some((ids) => ids.length === MAX_ACTIVE_A_DAY),
  }
}
