'use server'

import { revalidatePath } from 'next/cache'
import { type ActionAnswer, validatedAction } from '#lib/auth/action.ts'
import { giveSession } from '#lib/auth/browserSession.ts'
import { currentSession } from '#lib/auth/currentMember.ts'
import { enterThroughNextAuth } from '#lib/auth/enter.ts'
import { passwordLimits } from '#lib/auth/limits.ts'
import { changePassword } from '#lib/members/changePassword.ts'
import { rename } from '#lib/members/rename.ts'
import { changePasswordSchema, nameSchema } from '#lib/members/schemas.ts'

export const renameMe = validatedAction(
  { schema: nameSchema, who: 'login' },
  async ({ name }, { member }) => {
    await rename(member.id, name)
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
  async (input, { member, asker, origin, now }) => {
    const remember = (await currentSession())?.session.remember ?? false
    const changed = await changePassword(member.id, input, origin, now)
    if (!changed.ok) return explain(changed.reason)
    // Every session ended, this one too: here the work goes on in a new one.
    const fields = {
      email: member.email,
      password: input.password.reveal(),
      remember: remember ? 'on' : '',
    }
    const entered = await enterThroughNextAuth(fields, asker, origin)
    if (entered.ok) await giveSession(entered.cookie)
    return { ok: true, message: 'Changed. All your other devices are logged out.' }
  },
)

function explain(reason: 'wrong' | 'busy' | 'replaced'): ActionAnswer {
  if (reason === 'wrong') {
    return { ok: false, errors: { currentPassword: 'This is not your current password.' } }
  }
  return {
    ok: false,
    message:
      reason === 'busy'
        ? 'Many people are logging in just now. Try again in a few seconds.'
        : 'Your password was changed elsewhere at the same time. Log in again.',
  }
}
