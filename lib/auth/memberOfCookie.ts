import type { Member } from '#lib/members/member.ts'
import { readLiveSession } from './session.ts'
import { openEnvelope, readCookie, sessionCookieName } from './sessionCookie.ts'

/** Who sends these cookies, read anew; for what stands in front of Next. @throws DatabaseAway */
export async function memberOfCookie(
  cookies: string | undefined,
  now = new Date(),
): Promise<Member | null> {
  const envelope = await openEnvelope(readCookie(cookies, sessionCookieName()))
  const live = envelope && (await readLiveSession(envelope, now))
  if (!live) return null
  const { id, email, name, role, emailVerifiedAt } = live.user
  return { id, email, name, role, emailVerifiedAt }
}
