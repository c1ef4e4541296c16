import type { Member } from '#lib/members/member.ts'
import { sessionOfCookie } from './sessionOfCookie.ts'

/** Who sends these cookies, read anew; for what stands in front of Next. @throws DatabaseAway */
export async function memberOfCookie(
  cookies: string | undefined,
  now = new Date(),
): Promise<Member | null> {
  const live = await sessionOfCookie(cookies, now)
  if (!live) return null
  const { id, email, name, role, emailVerifiedAt } = live.user
  return { id, email, name, role, emailVerifiedAt }
}
