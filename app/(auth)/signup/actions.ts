'use server'

import { after } from 'next/server'
import type { z } from 'zod'
import { addressLimits, signupLimits } from '#lib/auth/limits.ts'
import { padResponseTime } from '#lib/auth/padResponseTime.ts'
import { validatedAction } from '#lib/auth/validatedAction.ts'
import { log } from '#lib/log.ts'
import { isOutboxUsed } from '#lib/mail/send.ts'
import { resendSchema, signupSchema } from '#lib/members/schemas.ts'
import { sendConfirmation, signUp } from '#lib/members/signUp.ts'
import { withdrawSignUp } from '#lib/members/withdrawSignUp.ts'

const BUSY = 'Many people are signing up right now. Try again in a few seconds.'
/** A new address takes more conditional writes than a known one: the response time must not show it. */
const RESPONSE_STEP_MS = 500
const MAIL_AWAY = 'We could not send the email. Try again in a minute.'

export const createAccount = validatedAction(
  { schema: signupSchema, who: 'anyone', limits: (_, { client }) => signupLimits(client.address) },
  async (input, { origin, now }) => {
    const answer = await padResponseTime(RESPONSE_STEP_MS, () =>
      signUpOrCorrect(input, origin, now),
    )
    if (!answer.ok && answer.reason === 'busy') return { ok: false, message: BUSY }
    // The account exists; the next page has a button to send the mail again.
    if (!answer.ok && answer.reason !== 'limited') return { ok: true, message: MAIL_AWAY }
    return { ok: true }
  },
)

/** Signs up, and withdraws the sign-up that this one corrects, if any. */
async function signUpOrCorrect(
  { instead, ...input }: z.output<typeof signupSchema>,
  origin: string,
  now: Date,
) {
  const answer = await signUp(input, origin, now)
  const isSignedUp = answer.ok || answer.reason !== 'busy'
  if (isSignedUp && instead && instead !== input.email)
    await withdrawSignUp(instead, input.password)
  return answer
}

function sendLater(send: () => Promise<unknown>) {
  after(() => send().catch((err) => log().error({ err }, 'failed to send a mail again')))
}

export const sendItAgain = validatedAction(
  {
    schema: resendSchema,
    who: 'anyone',
    limits: (_, { client }) => addressLimits('resend', client.address),
  },
  async ({ email }, { member, origin, now }) => {
    // A stranger must not learn from the duration or outcome of the sending.
    const canWait = isOutboxUsed() || member?.email === email
    const answer = await sendConfirmation(email, origin, now, {
      defer: canWait ? undefined : sendLater,
    })
    if (answer.ok) return { ok: true, message: 'Sent. It can take a minute to arrive.' }
    if (answer.reason !== 'limited') return { ok: false, message: MAIL_AWAY }
    return {
      ok: false,
      message:
        'We have sent three emails within an hour. Check your spam folder, or try again in an hour.',
    }
  },
)
