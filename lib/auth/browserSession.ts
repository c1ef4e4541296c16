import { cookies, headers } from 'next/headers'
import type { SessionRow } from '#db/sessions.ts'
import { VIEWER_COOKIE, viewerAttributes } from '#lib/media/mediaLink.ts'
import type { ClientInfo } from './clientInfo.ts'
import { clientInfoOf } from './clientInfo.ts'
import { noteEvent } from './events.ts'
import type { SessionCookie } from './logInThroughNextAuth.ts'
import { isOwnOrigin } from './origin.ts'
import { revokeSession, startSession } from './session.ts'
import {
  cookieAttributes,
  openEnvelope,
  readCookie,
  sealEnvelope,
  sessionCookieName,
} from './sessionCookie.ts'
import { lastMoment } from './sessionExpiry.ts'

/** Hands the browser its session. For server actions. */
export async function giveSession({ name, value, expires }: SessionCookie): Promise<void> {
  const jar = await cookies()
  jar.set(name, value, { ...cookieAttributes(), ...(expires ? { expires } : {}) })
}

/**
 * After the epoch has risen, and every session with it ended: a new one, under a new id, for the
 * browser that stands here with one of the old.
 */
export async function moveSession(
  { id, userId, remember }: Pick<SessionRow, 'id' | 'userId' | 'remember'>,
  epoch: number,
  client: ClientInfo,
  now: Date,
): Promise<void> {
  await revokeSession(userId, id, now)
  const session = await startSession({ userId, remember, ...client }, now)
  const value = await sealEnvelope({ sub: userId, sid: session.id, epoch })
  const expires = remember ? lastMoment(session) : undefined
  await giveSession({ name: sessionCookieName(), value, expires })
}

/**
 * Ends the session this browser holds: first its row, then its cookie, so that a copy of the cookie
 * is worth nothing. From a foreign origin nothing happens.
 * @throws DatabaseAway and then the cookie stays: nobody believes to be logged out who is not.
 */
export async function endThisSession(now: Date): Promise<void> {
  const sent = await headers()
  const header = (name: string) => sent.get(name) ?? undefined
  if (!isOwnOrigin(header('origin'), header('host'))) return
  const envelope = await openEnvelope(readCookie(header('cookie'), sessionCookieName()))
  if (envelope) {
    await revokeSession(envelope.sub, envelope.sid, now)
    await noteEvent(envelope.sub, 'log-out', clientInfoOf(header), now)
  }
  const jar = await cookies()
  jar.set(sessionCookieName(), '', { ...cookieAttributes(), maxAge: 0 })
  jar.set(VIEWER_COOKIE, '', { ...viewerAttributes(), maxAge: 0 })
}
