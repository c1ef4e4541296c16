'use server'

import { redirect } from 'next/navigation'
import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { addressLimits } from '#lib/auth/limits.ts'
import { validatedAction } from '#lib/auth/validatedAction.ts'
import { verifySchema } from '#lib/members/schemas.ts'
import { undoEmailChange } from '#lib/members/undoEmailChange.ts'

export const undoMyEmailChange = validatedAction(
  {
    schema: verifySchema,
    who: 'anyone',
    limits: (_, { client }) => addressLimits('undo-email', client.address),
  },
  async ({ token }, { client, now }) => {
    const undone = await undoEmailChange(token, now)
    if (!undone.ok) return { ok: false, message: MESSAGES[undone.reason] }
    await recordAuthEvent(undone.userId, 'email-undone', client, now)
    redirect(`/reset?token=${undone.resetToken}`)
  },
)

const MESSAGES = {
  unknown: 'This link is invalid.',
  expired: 'This link has expired. Ask the owner of the site for help.',
  used: 'This link was already used. To set a new password, use "Forgot your password?" on the log-in page.',
  replaced: 'Your account was changed at the same time. Try again.',
  taken: 'This email now belongs to another account. Ask the owner of the site for help.',
}
