'use server'

import { redirect } from 'next/navigation'
import { validatedAction } from '#lib/auth/action.ts'
import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { addressLimits } from '#lib/auth/limits.ts'
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
  unknown: 'This link is not one of ours.',
  expired: 'This link is more than three days old. Ask the owner of the site for help.',
  used: 'This link has been used. To set a new password, take "Forgot your password?" at the log-in.',
  replaced: 'Your account was changed at this very moment. Try again.',
  taken: 'This address belongs to another account by now. Ask the owner of the site for help.',
}
