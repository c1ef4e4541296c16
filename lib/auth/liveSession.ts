import { type LiveFacts, throughLiveCache } from './liveCache.ts'
import { readLiveSession } from './session.ts'
import { openEnvelope, readCookie, sessionCookieName } from './sessionCookie.ts'

/**
 * Whose live session a request carries, for the many small requests of a player: at most 30 seconds
 * old, at once after a log-out in this process. Pages and actions read the truth: `currentMember`.
 * @throws DatabaseAway
 */
export async function liveSession(
  cookieHeader: string | undefined,
  now = new Date(),
): Promise<LiveFacts | null> {
  const token = readCookie(cookieHeader, sessionCookieName())
  if (!token) return null
  return throughLiveCache(token, now, async () => {
    const envelope = await openEnvelope(token)
    const live = envelope && (await readLiveSession(envelope, now))
    if (!live) return null
    return { memberId: live.user.id, sessionId: live.session.id, endsAt: live.session.expiresAt }
  })
}
