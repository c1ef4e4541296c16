import { readMemberDay } from '#db/memberDays.ts'
import { readUserDates } from '#db/users.ts'
import { ttlCache } from '#lib/ttlCache.ts'
import { dayAt, lastDays, parseDays } from '#lib/watch/analytics/period.ts'

export type MemberStats = {
  all: number
  confirmed: number
  /** Different members who were here on the last UTC days, today included. */
  active: { day: number; week: number; month: number }
  /** By day, the oldest first: `days` of them. */
  days: string[]
  newByDay: number[]
  activeByDay: number[]
  /** There are more members than were looked at: the sums are of a part. */
  isCut: boolean
}

/** The bound of what the overview reads; a site with more sees sums of so many, and is told. */
const MAX_MEMBERS = 20_000
const MAX_ACTIVE_A_DAY = 5_000
const DAYS = 30
const TTL_SECONDS = 60

/** Sums over all members, at most a minute old. @throws DatabaseAway */
export function readMemberStats(now: Date): Promise<MemberStats> {
  return ttlCache('member sums', TTL_SECONDS, now, () => computeStats(now))
}

async function computeStats(now: Date): Promise<MemberStats> {
  const days = parseDays(lastDays(DAYS, now))
  const [users, here] = await Promise.all([
    readUserDates(MAX_MEMBERS + 1),
    Promise.all(days.map((day) => readMemberDay(day, MAX_ACTIVE_A_DAY))),
  ])
  const different = (count: number) => new Set(here.slice(-count).flat()).size
  const newByDay = new Map(days.map((day) => [day, 0]))
  for (const { createdAt } of users) {
    const day = dayAt(createdAt.getTime())
    if (newByDay.has(day)) newByDay.set(day, (newByDay.get(day) ?? 0) + 1)
  }
  return {
    all: users.length,
    confirmed: users.filter(({ isConfirmed }) => isConfirmed).length,
    active: { day: different(1), week: different(7), month: different(DAYS) },
    days,
    newByDay: [...newByDay.values()],
    activeByDay: here.map((ids) => ids.length),
    isCut: users.length > MAX_MEMBERS || here.some((ids) => ids.length === MAX_ACTIVE_A_DAY),
  }
}
