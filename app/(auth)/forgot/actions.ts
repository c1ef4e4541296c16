'use server'

import { after } from 'next/server'
import { addressLimits } from '#lib/auth/limits.ts'
import { validatedAction } from '#lib/auth/validatedAction.ts'
import { log } from '#lib/log.ts'
import { isOutboxUsed } from '#lib/mail/send.ts'
import { requestReset } from '#lib/members/resetPassword.ts'
import { forgotSchema } from '#lib/members/schemas.ts'

export const sendResetLink = validatedAction(
  {
    schema: forgotSchema,
    who: 'anyone',
    limits: (_, { client }) => addressLimits('forgot', client.address),
  },
  async ({ email }, { origin, now }) => {
    const work = () => requestReset(email, origin, now)
    // Sending takes time, for known addresses only: the response must not depend on it.
    if (isOutboxUsed()) await work()
    else after(() => work().catch((err) => log().error({ err }, 'failed to send a reset link')))
    return { ok: true }
  },
)
