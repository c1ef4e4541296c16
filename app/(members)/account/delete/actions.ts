'use server'

import { redirect } from 'next/navigation'
import { recordAuthEvent } from '#lib/auth/authEvents.ts'
import { endCurrentSession } from '#lib/auth/browserSession.ts'
import { passwordLimits } from '#lib/auth/limits.ts'
import { type ActionResult, validatedAction } from '#lib/auth/validatedAction.ts'
import { type DeletionRefusal, scheduleAccountDeletion } from '#lib/members/accountDeletion.ts'
import { deleteAccountSchema } from '#lib/members/schemas.ts'

export const deleteMyAccount = validatedAction(
  {
    schema: deleteAccountSchema,
    who: 'login',
    limits: (_, { member }) => passwordLimits(member.id),
  },
  async ({ password }, { member, client, origin, now }) => {
    const left = await scheduleAccountDeletion(member.id, password, origin, now)
    if (!left.ok) {
      if (left.reason === 'wrong') await recordAuthEvent(member.id, 'wrong-password', client, now)
      return REFUSALS[left.reason]
    }
    await recordAuthEvent(member.id, 'leaving', client, now)
    await endCurrentSession(now)
    redirect('/goodbye')
  },
)

const REFUSALS: Record<DeletionRefusal, ActionResult> = {
  wrong: { ok: false, errors: { password: 'This is not your password.' } },
  owner: { ok: false, message: 'You are an owner. Step down first, under Members in the studio.' },
  busy: {
    ok: false,
    message: 'Many people are logging in right now. Try again in a few seconds.',
  },
  replaced: { ok: false, message: 'Your account was changed at the same time. Try again.' },
}
