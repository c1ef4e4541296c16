import { cookies, headers } from 'next/headers'
import type { SessionRow } from '#db/sessions.ts'
import { VIEWER_COOKIE, viewerAttributes } from '#lib/media/mediaLink.ts'
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

/** Hands the browser its session. For server actions. */
export async function setSessionCookie({ name, value, expires }: SessionCookie): Promise<void> {
  const jar = await cookies()
  jar.set(name, value, { ...cookieAttributes(), ...(expires ? { expires } : {}) })
}

/**
 * After the epoch has risen, and every session with it ended: a new one, under a new id, for the
 * browser that stands here with one of the old.
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
 * Ends the session this browser holds: first its row, then its cookie, so that a copy of the cookie
 * is worth nothing. From a foreign origin nothing happens.
 * @throws DatabaseAway and then the cookie stays: nobody believes to be logged out who is not.
 */
export async function endCurrentSession(now: Date): Promise<void> {
  const sent = await headers()
  const header = (name: string) => sent.get(name) ?? undefined
  if (!isOwnOrigin(header('origin'), header('host'))) return
  const envelope = await decodeSessionToken(readCookie(header('cookie'), sessionCookieName()))
  if (envelope) {
    await revokeSession(envelope.sub, envelope.sid, now)
    await recordAuthEvent(envelope.sub, 'log-out', clientInfoOf(header), now)
  }
  const jar = await cookies()
  jar.set(sessionCookieName(), '', { ...cookieAttributes(), maxAge: 0 })
  jar.set(VIEWER_COOKIE, '', { ...viewerAttributes(), maxAge: 0 })
}
