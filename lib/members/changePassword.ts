import { readPasswordHash, readUser } from '#db/users.ts'
import { hashPassword, verifyPassword } from '#lib/auth/password.ts'
import type { Secret } from '#lib/auth/secret.ts'
import { setPassword } from './setPassword.ts'

/**
 * Changes a password, given the current one. Ends all sessions, including the caller's.
 * @returns the new session epoch, under which the caller starts a new session
 */
export async function changePassword(
  userId: string,
  input: { currentPassword: Secret; password: Secret },
  origin: string,
  now: Date,
): Promise<
  { ok: true; sessionEpoch: number } | { ok: false; reason: 'wrong' | 'busy' | 'replaced' }
> {
  const [user, hash] = await Promise.all([readUser(userId), readPasswordHash(userId)])
  if (!user) return { ok: false, reason: 'wrong' }
  const verified = await verifyPassword(hash, input.currentPassword)
  if (!verified.ok) return verified
  if (!verified.matches) return { ok: false, reason: 'wrong' }
  const hashed = await hashPassword(input.password)
  if (!hashed.ok) return hashed
  const set = await setPassword(user, hashed.hash, origin, now)
  return set ? { ok: true, sessionEpoch: user.sessionEpoch + 1 } : { ok: false, reason: 'replaced' }
}
