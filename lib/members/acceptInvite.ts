import { type InvitationRow, readInvitation, writeAccepted } from '#db/invitations.ts'
import {
  readUserByEmail,
  type UserRow,
  writeEmailVerified,
  writeName,
  writePassword,
} from '#db/users.ts'
import { forgetLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { hashPassword } from '#lib/auth/password.ts'
import type { Secret } from '#lib/auth/secret.ts'
import { addUser } from './addUser.ts'
import { INVITE_TTL } from './invite.ts'
import { readLink } from './mailLink.ts'

export type InviteRefusal = 'unknown' | 'expired' | 'used' | 'busy'
type Input = { name: string; password: Secret }

/** The invitation behind a link, as long as it can be used. */
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

/** Makes the account someone was invited to. Whoever has the mail has the address: it is confirmed. */
export async function acceptInvite(
  token: string,
  { name, password }: Input,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: InviteRefusal }> {
  const read = await readInvite(token, now)
  if (!read.ok) return read
  const { id, email } = read.invitation
  const added = await addUser({ email, password, name, role: 'member', emailVerifiedAt: now, now })
  if (!added.ok && added.reason === 'busy') return { ok: false, reason: 'busy' }
  if (!added.ok) {
    const known = await readUserByEmail(email)
    if (!known || known.emailVerifiedAt) return { ok: false, reason: 'used' }
    const taken = await takeOver(known, { name, password }, now)
    if (!taken.ok) return taken
  }
  await writeAccepted(id, now, INVITE_TTL)
  return { ok: true }
}

/** Someone signed up with this address and never confirmed it; whoever has the mail gets it. */
async function takeOver(user: UserRow, { name, password }: Input, now: Date) {
  const hashed = await hashPassword(password)
  if (!hashed.ok) return hashed
  const epoch = { from: user.sessionEpoch, to: user.sessionEpoch + 1 }
  if (!(await writePassword(user.id, hashed.hash, epoch))) {
    return { ok: false, reason: 'used' } as const
  }
  forgetLiveSessionsOf(user.id)
  await writeName(user.id, name)
  await writeEmailVerified(user.id, user.email, now)
  return { ok: true } as const
}
