'use server'

import { type ActionResult, validatedAction } from '#lib/auth/action.ts'
import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { passwordLimits } from '#lib/auth/limits.ts'
import { type EmailChangeRefusal, requestEmailChange } from '#lib/members/requestEmailChange.ts'
import { changeEmailSchema } from '#lib/members/schemas.ts'

export const changeMyEmail = validatedAction(
  {
    schema: changeEmailSchema,
    who: 'login',
    limits: (_, { member }) => passwordLimits(member.id),
  },
  async (input, { member, client, origin, now }) => {
    const asked = await requestEmailChange(member.id, input, origin, now)
    if (!asked.ok) {
      if (asked.reason === 'wrong') await recordAuthEvent(member.id, 'wrong-password', client, now)
      return REFUSALS[asked.reason]
    }
    return {
      ok: true,
      message: `We wrote to ${input.email}. Press the link in that mail within 24 hours.`,
    }
  },
)

const REFUSALS: Record<EmailChangeRefusal, ActionResult> = {
  wrong: { ok: false, errors: { password: 'This is not your password.' } },
  same: { ok: false, errors: { email: 'This is your address already.' } },
  busy: {
    ok: false,
    message: 'Many people are logging in just now. Try again in a few seconds.',
  },
  limited: {
    ok: false,
    message: 'Three mails were sent for this within the hour. Come back in an hour.',
  },
}
