import { randomUUID } from 'node:crypto'
import { insertUser } from '#db/users.ts'
import { startSession } from '#lib/auth/session.ts'
import { sealEnvelope, sessionCookieName } from '#lib/auth/sessionCookie.ts'
import { retryUntilAborted } from '#lib/server/retryUntilAborted.ts'

/** A member who is logged in: `cookie` is the header that proves it. */
export type Enrolled = { id: string; sessionId: string; cookie: string }

const RETRY_MS = 500

/**
 * A real member with a real session. Without a password: hashing thousands would take longer than
 * what they are made for, and nobody logs in as one, because no password has this hash.
 */
export async function enrol(now: Date): Promise<Enrolled> {
  const id = randomUUID()
  const user = {
    id,
    email: `${id}@example.test`,
    name: 'A viewer',
    role: 'member' as const,
    emailVerifiedAt: now,
    sessionEpoch: 0,
    disabledAt: null,
    createdAt: now,
  }
  // Of a conditional write that came to nobody knows what: the same again is the same user.
  const never = new AbortController().signal
  await retryUntilAborted(
    () => insertUser(user, 'none'),
    RETRY_MS,
    never,
    () => {},
  )
  const input = { userId: id, remember: true, device: 'a test', address: '127.0.0.1' }
  const session = await startSession(input, now)
  const envelope = await sealEnvelope({ sub: id, sid: session.id, epoch: 0 })
  return { id, sessionId: session.id, cookie: `${sessionCookieName()}=${envelope}` }
}
