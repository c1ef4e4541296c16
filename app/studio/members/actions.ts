'use server'

import { revalidatePath } from 'next/cache'
import { type ActionResult, validatedAction } from '#lib/auth/validatedAction.ts'
import { invite } from '#lib/members/invite.ts'
import { disable, enable, makeOwner, stepDown } from '#lib/members/roles.ts'
import { inviteSchema, memberIdSchema } from '#lib/members/schemas.ts'
import { withdrawInvitation } from '#lib/members/withdrawInvitation.ts'

const MEMBERS_PATH = '/studio/members'

export const inviteMember = validatedAction(
  {
    schema: inviteSchema,
    who: 'owner',
    limits: (_, { member }) => [{ kind: 'invites', key: member.id, max: 100, windowSeconds: 3600 }],
  },
  async ({ email }, { member, origin, now }) => {
    const invited = await invite(email, member, origin, now)
    if (!invited.ok) return { ok: false, errors: { email: REFUSALS[invited.reason] } }
    revalidatePath(MEMBERS_PATH)
    return { ok: true, message: `Invitation sent to ${email}. The link works for a week.` }
  },
)

export const revokeInvitation = validatedAction(
  { schema: inviteSchema, who: 'owner' },
  async ({ email }) => {
    await withdrawInvitation(email)
    revalidatePath(MEMBERS_PATH)
    return { ok: true }
  },
)

export const disableMember = validatedAction(
  { schema: memberIdSchema, who: 'owner' },
  async ({ member: id }, { now }) => toActionAnswer(await disable(id, now)),
)

export const enableMember = validatedAction(
  { schema: memberIdSchema, who: 'owner' },
  async ({ member: id }, { now }) => {
    await enable(id, now)
    return toActionAnswer({ ok: true })
  },
)

export const makeMemberOwner = validatedAction(
  { schema: memberIdSchema, who: 'owner' },
  async ({ member: id }, { now }) => toActionAnswer(await makeOwner(id, now)),
)

/** Owners can remove only their own role. */
export const stepDownMyself = validatedAction(
  { schema: memberIdSchema, who: 'owner' },
  async ({ member: id }, { member, now }) => {
    if (id !== member.id) return toActionAnswer({ ok: false, reason: 'unknown' })
    return toActionAnswer(await stepDown(id, now))
  },
)

type Reason = keyof typeof REFUSALS

function toActionAnswer(done: { ok: true } | { ok: false; reason: Reason }): ActionResult {
  if (!done.ok) return { ok: false, message: REFUSALS[done.reason] }
  revalidatePath(MEMBERS_PATH)
  return { ok: true }
}

const REFUSALS = {
  member: 'A member with this email already exists.',
  limited: 'Three emails were sent to this address in the last hour. Try again in an hour.',
  unknown: 'This member no longer exists.',
  unconfirmed: 'Only a member with a confirmed email and an enabled account can be an owner.',
  'last-owner': 'You are the only owner. Make another member an owner first.',
  busy: 'Owners are being changed right now. Try again.',
}
