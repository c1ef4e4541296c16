import { cookies, headers } from 'next/headers'
import type { SessionRow } from '#db/sessions.ts'
import { VIEWER_COOKIE, viewerAttributes } from '#lib/media/signedLink.ts'
import { recordAuthEvent } from './authEvents.ts'
import type { ClientInfo } from './clientInfo.ts'
import { clientInfoOf } from './clientInfo.ts'
import type { SessionCookie } from './logInThroughNextAuth.ts'
import { isOwnOrigin } from './origin.ts'
import { revokeSession, startSession } from './session.ts'
import {
  cookieAttributes,
  decodeSessionToken,
  encodeSessionToken,
  readCookie,
  sessionCookieName,
} from './sessionCookie.ts'
import { maxExpiry } from './sessionExpiry.ts'

/** Sets the session cookie. For server actions. */
export async function setSessionCookie({ name, value, expires }: SessionCookie): Promise<void> {
  const jar = await cookies()
  jar.set(name, value, { ...cookieAttributes(), ...(expires ? { expires } : {}) })
}

/**
 * Gives the current browser a new session under a new id, after the session epoch was raised and all
 * sessions thereby ended.
 */
export async function replaceSession(
  { id, userId, remember }: Pick<SessionRow, 'id' | 'userId' | 'remember'>,
  epoch: number,
  client: ClientInfo,
  now: Date,
): Promise<void> {
  await revokeSession(userId, id, now)
  const session = await startSession({ userId, remember, ...client }, now)
  const value = await encodeSessionToken({ sub: userId, sid: session.id, epoch })
  const expires = remember ? maxExpiry(session) : undefined
  await setSessionCookie({ name: sessionCookieName(), value, expires })
}

/**
 * Ends the session of the current browser: first its row, so that a copy of the cookie is void too,
 * then its cookie. Ignores requests from a foreign origin.
 * @throws DatabaseAway, and the cookie stays: nobody believes to be logged out who is not
 */
export async function endCurrentSession(now: Date): Promise<void> {
  const requestHeaders = await headers()
  const header = (name: string) => requestHeaders.get(name) ?? undefined
  if (!isOwnOrigin(header('origin'), header('host'))) return
  const claims = await decodeSessionToken(readCookie(header('cookie'), sessionCookieName()))
  if (claims) {
    await revokeSession(claims.sub, claims.sid, now)
    await recordAuthEvent(claims.sub, 'log-out', clientInfoOf(header), now)
  }
  const jar = await cookies()
  jar.set(sessionCookieName(), '', { ...cookieAttributes(), maxAge: 0 })
  jar.set(VIEWER_COOKIE, '', { ...viewerAttributes(), maxAge: 0 })
}
