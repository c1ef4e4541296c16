'use server'

import { validatedAction } from '#lib/auth/action.ts'
import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { addressLimits } from '#lib/auth/limits.ts'
import { resetPassword } from '#lib/members/resetPassword.ts'
import { resetSchema } from '#lib/members/schemas.ts'

export const setNewPassword = validatedAction(
  {
    schema: resetSchema,
    who: 'anyone',
    limits: (_, { client }) => addressLimits('reset', client.address),
  },
  async (input, { client, origin, now }) => {
    const reset = await resetPassword(input, origin, now)
    if (!reset.ok) return { ok: false, message: MESSAGES[reset.reason] }
    await recordAuthEvent(reset.userId, 'password-reset', client, now)
    return { ok: true }
  },
)

const MESSAGES = {
  unknown: 'This link is not one of ours. Ask for a new one.',
  expired: 'This link is more than an hour old. Ask for a new one.',
  used: 'This link has been used. Ask for a new one.',
  replaced: 'A newer link took the place of this one. Take that, or ask for another.',
  busy: 'Many people are logging in just now. Try again in a few seconds; the link is still good.',
}
