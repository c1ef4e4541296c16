import { insertInvitation, readInvitations } from '#db/invitations.ts'
import { readUserByEmail } from '#db/users.ts'
import { mailLimits } from '#lib/auth/limits.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import { sendMail } from '#lib/mail/send.ts'
import { inviteMail } from '#lib/mail/templates.ts'
import { signLink } from './mailLink.ts'
import type { Member } from './member.ts'

const DAY_MS = 86_400_000
const INVITE_MS = 7 * DAY_MS
export const INVITE_TTL = (INVITE_MS + DAY_MS) / 1000

export type InviteResult = { ok: true } | { ok: false; reason: 'member' | 'limited' }

/** Mails a link with which the recipient sets a name and a password; valid for a week. */
export async function invite(
  email: string,
  owner: Pick<Member, 'id' | 'name'>,
  origin: string,
  now: Date,
): Promise<InviteResult> {
  if ((await readUserByEmail(email))?.emailVerifiedAt) return { ok: false, reason: 'member' }
  if (!(await consumeAttempt(mailLimits('invite', email), now)).ok)
    return { ok: false, reason: 'limited' }
  const rowId = await insertInvitation({ email, invitedBy: owner.id }, now, INVITE_TTL)
  const expiresAt = new Date(now.getTime() + INVITE_MS)
  const token = signLink('invite', { userId: owner.id, rowId, expiresAt })
  await sendMail(await inviteMail({ name: owner.name, email, origin }, token), now)
  return { ok: true }
}

/** Unused invitations, the newest of each address. */
export async function openInvitations(now: Date) {
  const seen = new Set<string>()
  return (await readInvitations(500)).filter(({ email, at, acceptedAt }) => {
    const isOpen = !acceptedAt && now.getTime() - at.getTime() < INVITE_MS && !seen.has(email)
    seen.add(email)
    return isOpen
  })
}
