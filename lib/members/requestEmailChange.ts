import { insertEmailChange } from '#db/emailChanges.ts'
import { readPasswordHash, readUser, readUserByEmail, type UserRow } from '#db/users.ts'
import { mailLimits } from '#lib/auth/limits.ts'
import { verifyPassword } from '#lib/auth/password.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import type { Secret } from '#lib/auth/secret.ts'
import type { Mail } from '#lib/mail/mail.ts'
import { sendMail } from '#lib/mail/send.ts'
import { alreadyMemberMail, newEmailMail } from '#lib/mail/templates.ts'
import { signLink } from './mailLink.ts'

const HOUR_MS = 3_600_000
export const CONFIRM_MS = 24 * HOUR_MS
export const UNDO_MS = 72 * HOUR_MS
/** The time in which the change can be confirmed and then undone, plus an hour. */
export const CHANGE_TTL = (CONFIRM_MS + UNDO_MS + HOUR_MS) / 1000

export type EmailChangeRefusal = 'wrong' | 'busy' | 'limited' | 'same'

/**
 * Mails a link to the new address; nothing changes before it is used. The result does not reveal whether
 * another account has the address: only the mail does.
 */
export async function requestEmailChange(
  userId: string,
  input: { email: string; password: Secret },
  origin: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: EmailChangeRefusal }> {
  const [user, hash] = await Promise.all([readUser(userId), readPasswordHash(userId)])
  const verified = await verifyPassword(hash, input.password)
  if (!verified.ok) return verified
  if (!user || !verified.matches) return { ok: false, reason: 'wrong' }
  if (user.email === input.email) return { ok: false, reason: 'same' }
  // Per mailbox and per account: one account can flood neither one mailbox nor many.
  const limits = [...mailLimits('new-email', input.email), ...mailLimits('new-email-of', userId)]
  if (!(await consumeAttempt(limits, now)).ok) return { ok: false, reason: 'limited' }
  await sendMail(await mailFor(user, input.email, origin, now), now)
  return { ok: true }
}

async function mailFor(user: UserRow, email: string, origin: string, now: Date): Promise<Mail> {
  const holder = await readUserByEmail(email)
  if (holder?.emailVerifiedAt) {
    return alreadyMemberMail({ name: holder.name, email, origin })
  }
  const change = {
    userId: user.id,
    fromEmail: user.email,
    toEmail: email,
    sessionEpoch: user.sessionEpoch,
  }
  const rowId = await insertEmailChange(change, now, CHANGE_TTL)
  const expiresAt = new Date(now.getTime() + CONFIRM_MS)
  const token = signLink('new-email', { userId: user.id, rowId, expiresAt })
  return newEmailMail({ email, origin }, token)
}
