'use server'

import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { passwordLimits } from '#lib/auth/limits.ts'
import { type ActionResult, validatedAction } from '#lib/auth/validatedAction.ts'
import { type EmailChangeRefusal, requestEmailChange } from '#lib/members/requestEmailChange.ts'
import { changeEmailSchema } from '#lib/members/schemas.ts'

export const changeMyEmail = validatedAction(
  {
    schema: changeEmailSchema,
    who: 'login',
    limits: (_, { member }) => passwordLimits(member.id),
  },
  async (input, { member, client, origin, now }) => {
    const result = await requestEmailChange(member.id, input, origin, now)
    if (!result.ok) {
      if (result.reason === 'wrong') await recordAuthEvent(member.id, 'wrong-password', client, now)
      return REFUSALS[result.reason]
    }
    return {
      ok: true,
      message: `We wrote to ${input.email}. Open the link in that email within 24 hours.`,
    }
  },
)

const REFUSALS: Record<EmailChangeRefusal, ActionResult> = {
  wrong: { ok: false, errors: { password: 'This is not your password.' } },
  same: { ok: false, errors: { email: 'This is already your email.' } },
  busy: {
    ok: false,
    message: 'Many people are logging in right now. Try again in a few seconds.',
  },
  limited: {
    ok: false,
    message: 'Three emails were sent for this within an hour. Try again in an hour.',
  },
}
