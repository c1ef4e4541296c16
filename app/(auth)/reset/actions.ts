'use server'

import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { addressLimits } from '#lib/auth/limits.ts'
import { validatedAction } from '#lib/auth/validatedAction.ts'
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
  unknown: 'This link is invalid. Request a new one.',
  expired: 'This link has expired. Request a new one.',
  used: 'This link was already used. Request a new one.',
  replaced: 'A newer link replaced this one. Use that one, or request another.',
  busy: 'Many people are logging in right now. Try again in a few seconds; the link still works.',
}
