'use server'

import { revalidatePath } from 'next/cache'
import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { replaceSession } from '#lib/auth/browserSession.ts'
import { currentSession } from '#lib/auth/currentMember.ts'
import { passwordLimits } from '#lib/auth/limits.ts'
import { type ActionResult, validatedAction } from '#lib/auth/validatedAction.ts'
import { changePassword } from '#lib/members/changePassword.ts'
import { renameMember } from '#lib/members/renameMember.ts'
import { changePasswordSchema, nameSchema } from '#lib/members/schemas.ts'

export const renameMe = validatedAction(
  { schema: nameSchema, who: 'login' },
  async ({ name }, { member }) => {
    await renameMember(member.id, name)
    revalidatePath('/', 'layout')
    return { ok: true, message: 'Saved.' }
  },
)

export const changeMyPassword = validatedAction(
  {
    schema: changePasswordSchema,
    who: 'login',
    limits: (_, { member }) => passwordLimits(member.id),
  },
  async (input, { member, client, origin, now }) => {
    const before = await currentSession()
    const changed = await changePassword(member.id, input, origin, now)
    if (!changed.ok) {
      if (changed.reason === 'wrong')
        await recordAuthEvent(member.id, 'wrong-password', client, now)
      return explain(changed.reason)
    }
    await recordAuthEvent(member.id, 'password-changed', client, now)
    // Every session ended, including this one: this browser gets a new one.
    if (before) await replaceSession(before.session, changed.sessionEpoch, client, now)
    return { ok: true, message: 'Password changed. All your other devices were logged out.' }
  },
)

function explain(reason: 'wrong' | 'busy' | 'replaced'): ActionResult {
  if (reason === 'wrong') {
    return { ok: false, errors: { currentPassword: 'This is not your current password.' } }
  }
  return {
    ok: false,
    message:
      reason === 'busy'
        ? 'Many people are logging in right now. Try again in a few seconds.'
        : 'Your password was changed elsewhere at the same time. Log in again.',
  }
}
