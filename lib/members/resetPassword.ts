import { readUser, readUserByEmail, writeEmailVerified } from '#db/users.ts'
import { mailLimits } from '#lib/auth/limits.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import type { Secret } from '#lib/auth/secret.ts'
import { sendMail } from '#lib/mail/send.ts'
import { resetMail } from '#lib/mail/templates.ts'
import { consumeToken, issueEmailToken } from './emailToken.ts'
import { setPassword } from './setPassword.ts'

/** Sends a link to set a new password, three an hour; to an address nobody has, nothing. */
export async function requestReset(email: string, origin: string, now: Date): Promise<void> {
  const taken = await consumeAttempt(mailLimits('reset', email), now)
  if (!taken.ok) return
  const user = await readUserByEmail(email)
  if (!user) return
  const token = await issueEmailToken('reset', user, now)
  await sendMail(await resetMail({ name: user.name, email: user.email, origin }, token), now)
}

export type ResetRefusal = 'unknown' | 'expired' | 'replaced' | 'used' | 'busy'

/**
 * Sets a new password by the link of a mail and ends every session. Whoever has the mail has the
 * address: it counts as confirmed.
 */
export async function resetPassword(
  input: { token: string; password: Secret },
  origin: string,
  now: Date,
): Promise<{ ok: true; userId: string } | { ok: false; reason: ResetRefusal }> {
  // First: should the gate be busy, the link is still good.
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
