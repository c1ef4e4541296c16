'use server'

import { after } from 'next/server'
import { validatedAction } from '#lib/auth/action.ts'
import { addressLimits, signupLimits } from '#lib/auth/limits.ts'
import { log } from '#lib/log.ts'
import { isOutboxUsed } from '#lib/mail/send.ts'
import { resendSchema, signupSchema } from '#lib/members/schemas.ts'
import { signUp, writeToAddress } from '#lib/members/signUp.ts'

const BUSY = 'Many people are signing up just now. Try again in a few seconds.'
const MAIL_AWAY = 'We could not send the mail just now. Try again in a minute.'

export const createAccount = validatedAction(
  { schema: signupSchema, who: 'anyone', limits: (_, { asker }) => signupLimits(asker.address) },
  async ({ name, email, password }, { origin, now }) => {
    const answer = await signUp({ name, email, password }, origin, now)
    if (!answer.ok && answer.reason === 'busy') return { ok: false, message: BUSY }
    // The account is there; the next page has a button to send the mail again.
    if (!answer.ok && answer.reason !== 'limited') return { ok: true, message: MAIL_AWAY }
    return { ok: true }
  },
)

function sendLater(send: () => Promise<unknown>) {
  after(() => send().catch((err) => log().error({ err }, 'a mail was not sent again')))
}

export const sendItAgain = validatedAction(
  {
    schema: resendSchema,
    who: 'anyone',
    limits: (_, { asker }) => addressLimits('resend', asker.address),
  },
  async ({ email }, { member, origin, now }) => {
    // A stranger learns nothing from how long Resend takes, or from its being away.
    const mayWait = isOutboxUsed() || member?.email === email
    const answer = await writeToAddress(email, origin, now, {
      later: mayWait ? undefined : sendLater,
    })
    if (answer.ok) return { ok: true, message: 'Sent. It can take a minute to arrive.' }
    if (answer.reason !== 'limited') return { ok: false, message: MAIL_AWAY }
    return {
      ok: false,
      message:
        'We have sent three mails within the hour. Look among the unwanted mail, or come back in an hour.',
    }
  },
)
