import { readMemberDay } from '#db/memberDays.ts'
import { readUserDates } from '#db/users.ts'
import { ttlCache } from '#lib/ttlCache.ts'
import { dayAt, daysNamed, lastDays } from '#lib/watch/analytics/period.ts'

export type MemberSums = {
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
const MOST_MEMBERS = 20_000
const MOST_A_DAY = 5_000
const DAYS = 30
const KEPT_SECONDS = 60

/** Sums over all members, at most a minute old. @throws DatabaseAway */
export function readMemberSums(now: Date): Promise<MemberSums> {
  return ttlCache('member sums', KEPT_SECONDS, now, () => sumUp(now))
}

async function sumUp(now: Date): Promise<MemberSums> {
  const days = daysNamed(lastDays(DAYS, now))
  const [users, here] = await Promise.all([
    readUserDates(MOST_MEMBERS + 1),
    Promise.all(days.map((day) => readMemberDay(day, MOST_A_DAY))),
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
    isCut: users.length > MOST_MEMBERS || here.some((ids) => ids.length === MOST_A_DAY),
  }
}
