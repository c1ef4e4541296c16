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
 * Signs someone up. Whether the address was known shows only in the mailbox: a new or unconfirmed
 * address gets a link to confirm, a confirmed one a word that it has an account. Until one is
 * confirmed the last sign-up counts, and each mail confirms the sign-up it was sent for: nobody can
 * lie in wait with a password of theirs at the address of another.
 */
export async function signUp(
  input: { name: string; email: string; password: Secret },
  origin: string,
  now: Date,
): Promise<MailResult> {
  const added = await addUser({ ...input, role: 'member', emailVerifiedAt: null, now })
  if (!added.ok && added.reason === 'busy') return added
  const passwordHash = added.ok ? added.user.password.reveal() : added.passwordHash
  const asked = { name: input.name, passwordHash }
  if (!added.ok) await replaceUnconfirmedSignUp(input.email, asked)
  return sendConfirmation(input.email, origin, now, { asked })
}

/** Of several at the same time one counts; who logged in with an earlier password is out. */
async function replaceUnconfirmedSignUp(email: string, asked: SignUp): Promise<void> {
  const user = await readUserByEmail(email)
  if (!user || user.emailVerifiedAt) return
  const taken = await writeSignUp(user, { ...asked, epoch: user.sessionEpoch + 1 }, null)
  if (taken) evictLiveSessionsOf(user.id)
}

/**
 * Sends the confirmation, or what stands in its place; three an hour, whoever asks. An address nobody
 * has gets nothing, and the same answer.
 * @param asked the sign-up it is about; without it, what the last one asked for
 * @param later takes the sending when the answer must not wait for it, nor tell whether it worked:
 * to strangers both would say that the address is known.
 */
export async function sendConfirmation(
  email: string,
  origin: string,
  now: Date,
  { asked, later }: { asked?: SignUp; later?: (send: () => Promise<SendResult>) => void } = {},
): Promise<MailResult> {
  const taken = await consumeAttempt(mailLimits('confirm', email), now)
  if (!taken.ok) return { ok: false, reason: 'limited' }
  const send = async (): Promise<SendResult> => {
    const user = await readUserByEmail(email)
    return user ? sendMail(await mailFor(user, origin, now, asked), now) : { ok: true }
  }
  if (!later) return send()
  later(send)
  return { ok: true }
}

async function mailFor(user: UserRow, origin: string, now: Date, asked?: SignUp) {
  const recipient = { name: user.name, email: user.email, origin }
  if (user.emailVerifiedAt) return alreadyMemberMail(recipient)
  const token = await issueEmailToken('confirm', user, now, asked)
  return confirmMail(recipient, token)
}
