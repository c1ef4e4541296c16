'use server'

import { revalidatePath } from 'next/cache'
import { type ActionAnswer, validatedAction } from '#lib/auth/action.ts'
import { invite } from '#lib/members/invite.ts'
import { disable, enable, makeOwner, stepDown } from '#lib/members/roles.ts'
import { inviteSchema, memberIdSchema } from '#lib/members/schemas.ts'
import { withdrawInvitation } from '#lib/members/withdrawInvitation.ts'

const PAGE = '/studio/members'

export const inviteSomeone = validatedAction(
  {
    schema: inviteSchema,
    who: 'owner',
    limits: (_, { member }) => [{ kind: 'invites', key: member.id, most: 100, seconds: 3600 }],
  },
  async ({ email }, { member, origin, now }) => {
    const invited = await invite(email, member, origin, now)
    if (!invited.ok) return { ok: false, errors: { email: REFUSALS[invited.reason] } }
    revalidatePath(PAGE)
    return { ok: true, message: `We wrote to ${email}. The link works for a week.` }
  },
)

export const withdraw = validatedAction(
  { schema: inviteSchema, who: 'owner' },
  async ({ email }) => {
    await withdrawInvitation(email)
    revalidatePath(PAGE)
    return { ok: true }
  },
)

export const disableMember = validatedAction(
  { schema: memberIdSchema, who: 'owner' },
  async ({ member: id }, { now }) => answer(await disable(id, now)),
)

export const enableMember = validatedAction(
  { schema: memberIdSchema, who: 'owner' },
  async ({ member: id }, { now }) => {
    await enable(id, now)
    return answer({ ok: true })
  },
)

export const makeMemberOwner = validatedAction(
  { schema: memberIdSchema, who: 'owner' },
  async ({ member: id }, { now }) => answer(await makeOwner(id, now)),
)

/** Oneself, and nobody else. */
export const stepDownMyself = validatedAction(
  { schema: memberIdSchema, who: 'owner' },
  async ({ member: id }, { member, now }) => {
    if (id !== member.id) return answer({ ok: false, reason: 'unknown' })
    return answer(await stepDown(id, now))
  },
)

type Reason = keyof typeof REFUSALS

function answer(done: { ok: true } | { ok: false; reason: Reason }): ActionAnswer {
  if (!done.ok) return { ok: false, message: REFUSALS[done.reason] }
  revalidatePath(PAGE)
  return { ok: true }
}

const REFUSALS = {
  member: 'There is a member with this address.',
  limited: 'Three mails went to this address within the hour. Come back in an hour.',
  unknown: 'There is no such member any more.',
  unconfirmed: 'Only someone with a confirmed email whose account is open can be an owner.',
  'last-owner': 'You are the only owner. Make someone else an owner first.',
  busy: 'Owners are being changed at this very moment. Try again.',
}
