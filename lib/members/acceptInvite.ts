import { type InvitationRow, readInvitation, writeInvitationAccepted } from '#db/invitations.ts'
import { readUserByEmail, writeSignUp } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import type { Secret } from '#lib/auth/secret.ts'
import { addUser } from './addUser.ts'
import { INVITE_TTL } from './invite.ts'
import { readLink } from './mailLink.ts'

export type InviteRefusal = 'unknown' | 'expired' | 'used' | 'busy'
type Input = { name: string; password: Secret }

/** The invitation of a link, while it can be used. */
export async function readInvite(
  token: string,
  now: Date,
): Promise<{ ok: true; invitation: InvitationRow } | { ok: false; reason: InviteRefusal }> {
  const link = readLink('invite', token, now)
  if (!link.ok) return link
  const invitation = await readInvitation(link.claims.rowId)
  if (!invitation) return { ok: false, reason: 'unknown' }
  if (invitation.acceptedAt) return { ok: false, reason: 'used' }
  return { ok: true, invitation }
}

/** Creates the invited account. Its address counts as confirmed: the link was sent there. */
export async function acceptInvite(
  token: string,
  { name, password }: Input,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: InviteRefusal }> {
  const read = await readInvite(token, now)
  if (!read.ok) return read
  const { id, email } = read.invitation
  const added = await addUser({ email, password, name, role: 'member', emailVerifiedAt: now, now })
  if (!added.ok && added.reason === 'busy') return added
  if (!added.ok) {
    const known = await readUserByEmail(email)
    if (!known || known.emailVerifiedAt) return { ok: false, reason: 'used' }
    // An unconfirmed sign-up with this address gives way: the link proves who owns the mailbox.
    const signUp = { name, passwordHash: added.passwordHash, epoch: known.sessionEpoch + 1 }
    if (!(await writeSignUp(known, signUp, now))) return { ok: false, reason: 'used' }
    evictLiveSessionsOf(known.id)
  }
  await writeInvitationAccepted(id, now, INVITE_TTL)
  return { ok: true }
}
