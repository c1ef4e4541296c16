import { type LiveSessionIds, readThroughLiveCache } from './liveCache.ts'
import { readLiveSession } from './session.ts'
import { decodeSessionToken, readCookie, sessionCookieName } from './sessionCookie.ts'

/**
 * The live session of a request, for the many small requests of a player: cached for 30 seconds, and
 * evicted by a log-out in this process. Pages and actions read the tables: `currentMember`.
 * @throws DatabaseAway
 */
export async function liveSession(
  cookieHeader: string | undefined,
  now = new Date(),
): Promise<LiveSessionIds | null> {
  const token = readCookie(cookieHeader, sessionCookieName())
  if (!token) return null
  return readThroughLiveCache(token, now, async () => {
    const claims = await decodeSessionToken(token)
    const live = claims && (await readLiveSession(claims, now))
    if (!live) return null
    return { memberId: live.user.id, sessionId: live.session.id, endsAt: live.session.expiresAt }
  })
}
