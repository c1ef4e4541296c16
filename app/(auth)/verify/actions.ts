'use server'

import { validatedAction } from '#lib/auth/action.ts'
import { addressLimits } from '#lib/auth/limits.ts'
import { confirmEmail } from '#lib/members/confirmEmail.ts'
import { verifySchema } from '#lib/members/schemas.ts'

export const confirm = validatedAction(
  {
    schema: verifySchema,
    who: 'anyone',
    limits: (_, { client }) => addressLimits('verify', client.address),
  },
  async ({ token }, { now }) => {
    const confirmed = await confirmEmail(token, now)
    return confirmed.ok ? { ok: true } : { ok: false, message: MESSAGES[confirmed.reason] }
  },
)

const MESSAGES = {
  unknown: 'This link is not one of ours. Have a new one sent.',
  expired: 'This link is more than a day old. Have a new one sent.',
  used: 'This link has been used. If your email is confirmed, log in; otherwise have a new one sent.',
  replaced: 'A newer link took the place of this one. Take that, or have another sent.',
}
