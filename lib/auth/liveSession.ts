import { type LiveSessionIds, readThroughLiveCache } from './liveCache.ts'
import { readLiveSession } from './session.ts'
import { decodeSessionToken, readCookie, sessionCookieName } from './sessionCookie.ts'

/**
 * Whose live session a request carries, for the many small requests of a player: at most 30 seconds
 * old, at once after a log-out in this process. Pages and actions read the truth: `currentMember`.
 * @throws DatabaseAway
 */
export async function liveSession(
  cookieHeader: string | undefined,
  now = new Date(),
): Promise<LiveSessionIds | null> {
  const token = readCookie(cookieHeader, sessionCookieName())
  if (!token) return null
  return readThroughLiveCache(token, now, async () => {
    const envelope = await decodeSessionToken(token)
    const live = envelope && (await readLiveSession(envelope, now))
    if (!live) return null
    return { memberId: live.user.id, sessionId: live.session.id, endsAt: live.session.expiresAt }
  })
}
