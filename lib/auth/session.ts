import { randomUUID } from 'node:crypto'
import { isDatabaseAway } from '#db/client.ts'
import { insertMemberDay } from '#db/dailyActiveMembers.ts'
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

/** Creates a session under a new id. */
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
 * Checks the claims of a session cookie against the tables: the session exists, is neither revoked nor
 * expired, the user is not disabled, and the session epoch is unchanged.
 * @returns null when a check fails
 * @throws DatabaseAway, so that an outage logs nobody out
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

/** Updates when a session was last used, at most every five minutes. An outage is ignored. */
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

/** The live sessions of a user, the last used first. */
export async function listLiveSessions(userId: string, now: Date): Promise<SessionRow[]> {
  const sessions = await readSessions(userId)
  return sessions
    .filter((session) => isLive(session, now))
    .sort((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())
}

/** Ends a session. Does nothing when it does not exist or has ended. */
export async function revokeSession(userId: string, sessionId: string, now: Date): Promise<void> {
  const session = await readSession(userId, sessionId)
  if (session && !session.revokedAt) {
    await writeSessionRevoked(userId, sessionId, now, rowTtlSeconds(session, now))
  }
  evictLiveSession(sessionId)
}
