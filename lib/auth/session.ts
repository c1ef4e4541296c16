import { randomUUID } from 'node:crypto'
import { isDatabaseAway } from '#db/client.ts'
import { insertMemberDay } from '#db/memberDays.ts'
import {
  insertSession,
  readSession,
  readSessions,
  type SessionRow,
  writeSessionRevoked,
  writeSessionSeen,
} from '#db/sessions.ts'
import { readUser, type UserRow } from '#db/users.ts'
import { dayAt } from '#lib/watch/analytics/period.ts'
import { evictLiveSession } from './liveCache.ts'
import type { SessionClaims } from './sessionCookie.ts'
import { isDueForTouch, rowTtlSeconds, slidingExpiry } from './sessionExpiry.ts'

export type LiveSession = { user: UserRow; session: SessionRow }

/** Begins a session under a new id. */
export async function startSession(
  input: { userId: string; remember: boolean; device: string; address: string },
  now: Date,
): Promise<SessionRow> {
  const times = { createdAt: now, remember: input.remember }
  const session: SessionRow = {
    ...input,
    ...times,
    id: randomUUID(),
    lastSeenAt: now,
    expiresAt: slidingExpiry(times, now),
    revokedAt: null,
  }
  await insertSession(session, rowTtlSeconds(session, now))
  await insertMemberDay(dayAt(now.getTime()), session.userId)
  return session
}

/**
 * The truth about an envelope, read anew: its session is there, not revoked, not past its end, its
 * user is not disabled, and their epoch is still the same.
 * @throws DatabaseAway: nobody is logged out because the database is.
 */
export async function readLiveSession(
  { sub, sid, epoch }: SessionClaims,
  now: Date,
): Promise<LiveSession | null> {
  const [session, user] = await Promise.all([readSession(sub, sid), readUser(sub)])
  if (!session || !user || user.disabledAt || user.sessionEpoch !== epoch) return null
  if (!isLive(session, now)) return null
  return { user, session: await touchSession(session, now) }
}

function isLive(session: SessionRow, now: Date): boolean {
  return !session.revokedAt && session.expiresAt > now
}

/** Notes that a session is in use, every five minutes at most. Not worth failing a request for. */
async function touchSession(session: SessionRow, now: Date): Promise<SessionRow> {
  if (!isDueForTouch(session.lastSeenAt, now)) return session
  const touched = { ...session, lastSeenAt: now, expiresAt: slidingExpiry(session, now) }
  try {
    await writeSessionSeen(touched, rowTtlSeconds(session, now))
    const [before, today] = [dayAt(session.lastSeenAt.getTime()), dayAt(now.getTime())]
    if (before !== today) await insertMemberDay(today, session.userId)
    return touched
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    return session
  }
}

/** The sessions a user can end, the last used first. */
export async function listLiveSessions(userId: string, now: Date): Promise<SessionRow[]> {
  const sessions = await readSessions(userId)
  return sessions
    .filter((session) => isLive(session, now))
    .sort((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())
}

/** Ends a session for good. Ending one that is not there or over is nothing. */
export async function revokeSession(userId: string, sessionId: string, now: Date): Promise<void> {
  const session = await readSession(userId, sessionId)
  if (session && !session.revokedAt) {
    await writeSessionRevoked(userId, sessionId, now, rowTtlSeconds(session, now))
  }
  evictLiveSession(sessionId)
}
