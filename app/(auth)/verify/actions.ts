'use server'

import { addressLimits } from '#lib/auth/limits.ts'
import { validatedAction } from '#lib/auth/validatedAction.ts'
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
  unknown: 'This link is invalid. Have a new one sent.',
  expired: 'This link has expired. Have a new one sent.',
  used: 'This link was already used. If your email is confirmed, log in; otherwise have a new one sent.',
  replaced: 'A newer link replaced this one. Use that one, or have another sent.',
}
