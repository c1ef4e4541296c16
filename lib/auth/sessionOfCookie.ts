import { type LiveSession, readLiveSession } from './session.ts'
import { openEnvelope, readCookie, sessionCookieName } from './sessionCookie.ts'

/** The live session that these cookies are of, read anew. @throws DatabaseAway */
export async function sessionOfCookie(
  cookies: string | undefined,
  now = new Date(),
): Promise<LiveSession | null> {
  const envelope = await openEnvelope(readCookie(cookies, sessionCookieName()))
  return envelope && readLiveSession(envelope, now)
}
