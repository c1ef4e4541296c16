import { cookies, headers } from 'next/headers'
import type { SessionCookie } from './enter.ts'
import { isOwnOrigin } from './origin.ts'
import { revokeSession } from './session.ts'
import { cookieAttributes, openEnvelope, readCookie, sessionCookieName } from './sessionCookie.ts'

/** Hands the browser its session. For server actions. */
export async function giveSession({ name, value, expires }: SessionCookie): Promise<void> {
  const jar = await cookies()
  jar.set(name, value, { ...cookieAttributes(), ...(expires ? { expires } : {}) })
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
  if (envelope) await revokeSession(envelope.sub, envelope.sid, now)
  const jar = await cookies()
  jar.set(sessionCookieName(), '', { ...cookieAttributes(), maxAge: 0 })
}
