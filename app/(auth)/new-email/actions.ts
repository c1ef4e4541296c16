'use server'

import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { replaceSession } from '#lib/auth/browserSession.ts'
import { currentSession } from '#lib/auth/currentMember.ts'
import { addressLimits } from '#lib/auth/limits.ts'
import { validatedAction } from '#lib/auth/validatedAction.ts'
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
    // Every session ended; a browser that was logged in as this member gets a new one.
    if (before?.user.id === changed.userId) {
      await replaceSession(before.session, changed.sessionEpoch, client, now)
    }
    return { ok: true }
  },
)

const MESSAGES = {
  unknown: 'This link is invalid. Request a new one in your account.',
  expired: 'This link has expired. Request a new one in your account.',
  used: 'This link was already used: your account has this email.',
  replaced:
    'Your account has changed since this email was sent. Request a new link in your account.',
  taken: 'This email belongs to another account.',
}
