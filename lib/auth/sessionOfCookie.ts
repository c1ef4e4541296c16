import type { Member } from '#lib/members/member.ts'
import { type LiveSession, readLiveSession } from './session.ts'
import { decodeSessionToken, readCookie, sessionCookieName } from './sessionCookie.ts'

/** The live session that these cookies are of, read anew. @throws DatabaseAway */
export async function sessionOfCookie(
  cookies: string | undefined,
  now = new Date(),
): Promise<LiveSession | null> {
  const envelope = await decodeSessionToken(readCookie(cookies, sessionCookieName()))
  return envelope && readLiveSession(envelope, now)
}

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
