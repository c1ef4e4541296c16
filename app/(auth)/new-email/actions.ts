'use server'

import { validatedAction } from '#lib/auth/action.ts'
import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { replaceSession } from '#lib/auth/browserSession.ts'
import { currentSession } from '#lib/auth/currentMember.ts'
import { addressLimits } from '#lib/auth/limits.ts'
import { confirmNewEmail } from '#lib/members/confirmNewEmail.ts'
import { verifySchema } from '#lib/members/schemas.ts'

export const confirmMyNewEmail = validatedAction(
  {
    schema: verifySchema,
    who: 'anyone',
    limits: (_, { client }) => addressLimits('new-email', client.address),
  },
  async ({ token }, { client, origin, now }) => {
    const before = await currentSession()
    const changed = await confirmNewEmail(token, origin, now)
    if (!changed.ok) return { ok: false, message: MESSAGES[changed.reason] }
    await recordAuthEvent(changed.userId, 'email-changed', client, now)
    // Every session ended; where this member is logged in already, the work goes on in a new one.
    if (before?.user.id === changed.userId) {
      await replaceSession(before.session, changed.sessionEpoch, client, now)
    }
    return { ok: true }
  },
)

const MESSAGES = {
  unknown: 'This link is not one of ours. Ask for a new one in your account.',
  expired: 'This link is more than a day old. Ask for a new one in your account.',
  used: 'This link has been used: your account has this address.',
  replaced: 'Your account was changed since this mail. Ask for a new link in your account.',
  taken: 'This address belongs to another account.',
}
