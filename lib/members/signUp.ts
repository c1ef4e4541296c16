import type { SignUp } from '#db/emailTokens.ts'
import { readUserByEmail, type UserRow, writeSignUp } from '#db/users.ts'
import { mailLimits } from '#lib/auth/limits.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import type { Secret } from '#lib/auth/secret.ts'
import type { SendResult } from '#lib/mail/mail.ts'
import { sendMail } from '#lib/mail/send.ts'
import { alreadyMemberMail, confirmMail } from '#lib/mail/templates.ts'
import { addUser } from './addUser.ts'
import { issueEmailToken } from './emailToken.ts'

export type MailResult = SendResult | { ok: false; reason: 'busy' | 'limited' }

/**
 * Signs up. Only the mail reveals whether the address is known: a new or unconfirmed address gets a link
 * to confirm, a confirmed one a note that it has an account. Until one is confirmed the last sign-up
 * counts, and each mail confirms the sign-up it was sent for, so that an attacker cannot prepare an
 * account with a known password for someone else's address.
 */
export async function signUp(
  input: { name: string; email: string; password: Secret },
  origin: string,
  now: Date,
): Promise<MailResult> {
  const added = await addUser({ ...input, role: 'member', emailVerifiedAt: null, now })
  if (!added.ok && added.reason === 'busy') return added
  const passwordHash = added.ok ? added.user.password.reveal() : added.passwordHash
  const signUpData = { name: input.name, passwordHash }
  if (!added.ok) await replaceUnconfirmedSignUp(input.email, signUpData)
  return sendConfirmation(input.email, origin, now, { signUp: signUpData })
}

/** Of concurrent sign-ups one counts; sessions with an earlier password end. */
async function replaceUnconfirmedSignUp(email: string, signUp: SignUp): Promise<void> {
  const user = await readUserByEmail(email)
  if (!user || user.emailVerifiedAt) return
  const isReplaced = await writeSignUp(user, { ...signUp, epoch: user.sessionEpoch + 1 }, null)
  if (isReplaced) evictLiveSessionsOf(user.id)
}

/**
 * Mails the confirmation, or to a confirmed address the note that it has an account; at most three an
 * hour. An unknown address gets no mail, and the caller the same result.
 * @param signUp the sign-up to confirm; by default the last one
 * @param defer receives the sending when the response must not depend on its duration or outcome, which
 *   would reveal to strangers whether the address is known
 */
export async function sendConfirmation(
  email: string,
  origin: string,
  now: Date,
  { signUp, defer }: { signUp?: SignUp; defer?: (send: () => Promise<SendResult>) => void } = {},
): Promise<MailResult> {
  const attempt = await consumeAttempt(mailLimits('confirm', email), now)
  if (!attempt.ok) return { ok: false, reason: 'limited' }
  const send = async (): Promise<SendResult> => {
    const user = await readUserByEmail(email)
    return user ? sendMail(await mailFor(user, origin, now, signUp), now) : { ok: true }
  }
  if (!defer) return send()
  defer(send)
  return { ok: true }
}

async function mailFor(user: UserRow, origin: string, now: Date, signUp?: SignUp) {
  const recipient = { name: user.name, email: user.email, origin }
  if (user.emailVerifiedAt) return alreadyMemberMail(recipient)
  const token = await issueEmailToken('confirm', user, now, signUp)
  return confirmMail(recipient, token)
}
