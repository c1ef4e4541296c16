import type { Member } from '#lib/members/member.ts'
import { type LiveSession, readLiveSession } from './session.ts'
import { decodeSessionToken, readCookie, sessionCookieName } from './sessionCookie.ts'

/** The live session of a Cookie header, from the tables. @throws DatabaseAway */
export async function sessionOfCookie(
  cookieHeader: string | undefined,
  now = new Date(),
): Promise<LiveSession | null> {
  const claims = await decodeSessionToken(readCookie(cookieHeader, sessionCookieName()))
  return claims && readLiveSession(claims, now)
}

/** The member of a Cookie header, from the tables; for handlers in front of Next. @throws DatabaseAway */
export async function memberOfCookie(
  cookieHeader: string | undefined,
  now = new Date(),
): Promise<Member | null> {
  const live = await sessionOfCookie(cookieHeader, now)
  if (!live) return null
  const { id, email, name, role, emailVerifiedAt } = live.user
  return { id, email, name, role, emailVerifiedAt }
}
