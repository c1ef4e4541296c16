import { readUser, readUserByEmail, writeEmailVerified } from '#db/users.ts'
import { mailLimits } from '#lib/auth/limits.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import type { Secret } from '#lib/auth/secret.ts'
import { sendMail } from '#lib/mail/send.ts'
import { resetMail } from '#lib/mail/templates.ts'
import { consumeToken, issueEmailToken } from './emailToken.ts'
import { setPassword } from './setPassword.ts'

/** Mails a link to set a new password, at most three an hour; sends nothing to an unknown address. */
export async function requestReset(email: string, origin: string, now: Date): Promise<void> {
  const attempt = await consumeAttempt(mailLimits('reset', email), now)
  if (!attempt.ok) return
  const user = await readUserByEmail(email)
  if (!user) return
  const token = await issueEmailToken('reset', user, now)
  await sendMail(await resetMail({ name: user.name, email: user.email, origin }, token), now)
}

export type ResetRefusal = 'unknown' | 'expired' | 'replaced' | 'used' | 'busy'

/**
 * Sets a new password by a mailed link and ends every session. The link also proves the address, which
 * counts as confirmed.
 */
export async function resetPassword(
  input: { token: string; password: Secret },
  origin: string,
  now: Date,
): Promise<{ ok: true; userId: string } | { ok: false; reason: ResetRefusal }> {
  // First: when the hash limiter is busy, the link stays valid.
  const hashed = await hashPassword(input.password)
  if (!hashed.ok) return hashed
  const consumed = await consumeToken('reset', input.token, now)
  if (!consumed.ok) return consumed
  const user = await readUser(consumed.userId)
  if (!user || user.email !== consumed.email) return { ok: false, reason: 'replaced' }
  if (!(await setPassword(user, hashed.hash, origin, now))) return { ok: false, reason: 'replaced' }
  if (!user.emailVerifiedAt) await writeEmailVerified(user.id, user.email, now)
  return { ok: true, userId: user.id }
}
