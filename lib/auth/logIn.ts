import type { SessionRow } from '#db/sessions.ts'
import {
  readPasswordHash,
  readUser,
  readUserIdByEmail,
  replacePasswordHash,
  type UserRow,
} from '#db/users.ts'
import { cancelAccountDeletion } from '#lib/members/accountDeletion.ts'
import { recordAuthEvent } from './authEvents.ts'
import type { ClientInfo } from './clientInfo.ts'
import { isHashLimiterFull } from './hashLimiter.ts'
import { loginLimits } from './limits.ts'
import { notifyNewDevice } from './notifyNewDevice.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { consumeAttempt } from './rateLimiter.ts'
import type { Secret } from './secret.ts'
import { startSession } from './session.ts'

/**
 * The form shows these as messages (`app/(auth)/login/actions.ts`); `/api/auth/*` answers `limited` and
 * `busy` with 429 (`nextAuthEndpoints.ts`).
 */
export type LogInRefusal =
  | { ok: false; reason: 'wrong' | 'disabled' | 'busy' }
  | { ok: false; reason: 'limited'; retryAfter: number }

export type LogInResult = { ok: true; user: UserRow; session: SessionRow } | LogInRefusal

/** An id without rows: for an unknown address the same reads are made as for a known one. */
const UNKNOWN_USER_ID = '00000000-0000-4000-8000-000000000000'

/**
 * One attempt to log in: first the limits, then exactly one hash whether the address is known or not,
 * then a session under a new id. An unknown address and a wrong password get the same response.
 */
export async function logIn(
  input: { email: string; password: Secret; remember: boolean },
  client: ClientInfo,
  now: Date,
): Promise<LogInResult> {
  if (isHashLimiterFull()) return { ok: false, reason: 'busy' }
  const attempt = await consumeAttempt(loginLimits(input.email, client.address), now)
  if (!attempt.ok) return attempt
  const id = (await readUserIdByEmail(input.email)) ?? UNKNOWN_USER_ID
  const [user, hash] = await Promise.all([readUser(id), readPasswordHash(id)])
  const verified = await verifyPassword(user && hash, input.password)
  if (!verified.ok) {
    await attempt.refund()
    return verified
  }
  // An address reserved for its former user must not log in.
  const isCurrentEmail = user?.email === input.email
  if (!user || !hash || !isCurrentEmail || !verified.matches) {
    // Not awaited: it is recorded for known addresses only, and must not change the response time.
    if (user && isCurrentEmail) void recordAuthEvent(user.id, 'wrong-password', client, now)
    return { ok: false, reason: 'wrong' }
  }
  if (user.disabledAt || (await isBeingDeleted(user.id, client, now)))
    return { ok: false, reason: 'disabled' }
  await attempt.refund()
  if (verified.needsRehash) await rehash(user.id, hash, input.password)
  const session = await startSession({ userId: user.id, remember: input.remember, ...client }, now)
  await recordAuthEvent(user.id, 'log-in', client, now)
  await notifyNewDevice(user, client, now)
  return { ok: true, user, session }
}

/** A log-in cancels a scheduled deletion, unless the deletion has begun. */
async function isBeingDeleted(userId: string, client: ClientInfo, now: Date): Promise<boolean> {
  const cancel = await cancelAccountDeletion(userId)
  if (cancel === 'cancelled') await recordAuthEvent(userId, 'came-back', client, now)
  return cancel === 'too-late'
}

/** Hashes again with the current parameters; when the limiter is busy, at a later log-in. */
async function rehash(userId: string, from: string, password: Secret): Promise<void> {
  const hashed = await hashPassword(password)
  if (hashed.ok) await replacePasswordHash(userId, from, hashed.hash)
}
