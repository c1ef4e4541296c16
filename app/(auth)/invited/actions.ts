'use server'

import { addressLimits } from '#lib/auth/limits.ts'
import { validatedAction } from '#lib/auth/validatedAction.ts'
import { acceptInvite } from '#lib/members/acceptInvite.ts'
import { acceptInviteSchema } from '#lib/members/schemas.ts'
import { INVITE_MESSAGES } from './messages.ts'

export const acceptInvitation = validatedAction(
  {
    schema: acceptInviteSchema,
    who: 'anyone',
    limits: (_, { client }) => addressLimits('invited', client.address),
  },
  async ({ token, name, password }, { now }) => {
    const accepted = await acceptInvite(token, { name, password }, now)
    return accepted.ok ? { ok: true } : { ok: false, message: INVITE_MESSAGES[accepted.reason] }
  },
)
