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

export type LogInRefusal =
  | { ok: false; reason: 'wrong' | 'disabled' | 'busy' }
  | { ok: false; reason: 'limited'; retryAfter: number }

export type LogInResult = { ok: true; user: UserRow; session: SessionRow } | LogInRefusal

/** For an unknown address the same reads are made, of rows that are not there. */
const UNKNOWN_USER_ID = '00000000-0000-4000-8000-000000000000'

/**
 * One try to log in: the limits first, then exactly one hash whether the address is known or not,
 * then a session under a new id. An unknown address and a wrong password are the same answer.
 */
export async function logIn(
  input: { email: string; password: Secret; remember: boolean },
  client: ClientInfo,
  now: Date,
): Promise<LogInResult> {
  if (isHashLimiterFull()) return { ok: false, reason: 'busy' }
  const taken = await consumeAttempt(loginLimits(input.email, client.address), now)
  if (!taken.ok) return taken
  const id = (await readUserIdByEmail(input.email)) ?? UNKNOWN_USER_ID
  const [user, hash] = await Promise.all([readUser(id), readPasswordHash(id)])
  const verified = await verifyPassword(user && hash, input.password)
  if (!verified.ok) {
    await taken.refund()
    return verified
  }
  // An address that is only held for its former user is no way in.
  const isTheirs = user?.email === input.email
  if (!user || !hash || !isTheirs || !verified.matches) {
    // Not waited for: it is noted only for addresses we know.
    if (user && isTheirs) void recordAuthEvent(user.id, 'wrong-password', client, now)
    return { ok: false, reason: 'wrong' }
  }
  if (user.disabledAt || (await isBeingDeleted(user.id, client, now)))
    return { ok: false, reason: 'disabled' }
  await taken.refund()
  if (verified.stale) await rehash(user.id, hash, input.password)
  const session = await startSession({ userId: user.id, remember: input.remember, ...client }, now)
  await recordAuthEvent(user.id, 'log-in', client, now)
  await notifyNewDevice(user, client, now)
  return { ok: true, user, session }
}

/** A log-in keeps an account that was to be deleted, until deleting begins. */
async function isBeingDeleted(userId: string, client: ClientInfo, now: Date): Promise<boolean> {
  const stay = await cancelAccountDeletion(userId)
  if (stay === 'came-back') await recordAuthEvent(userId, 'came-back', client, now)
  return stay === 'too-late'
}

/** The parameters have risen since this hash was made. When the gate is busy, another time. */
async function rehash(userId: string, from: string, password: Secret): Promise<void> {
  const hashed = await hashPassword(password)
  if (hashed.ok) await replacePasswordHash(userId, from, hashed.hash)
}
