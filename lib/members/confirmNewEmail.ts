import { type EmailChangeRow, readEmailChange, readEmailChangesFrom } from '#db/emailChanges.ts'
import { claimEmail, readUser, releaseEmail, type UserRow, writeEmail } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { sendMail } from '#lib/mail/send.ts'
import { emailChangeConfirmedMail, emailChangedMail } from '#lib/mail/templates.ts'
import { claimEmailWithRetry } from './claimEmailWithRetry.ts'
import { readLink, signLink } from './mailLink.ts'
import { UNDO_MS } from './requestEmailChange.ts'

export type NewEmailRefusal = 'unknown' | 'expired' | 'replaced' | 'used' | 'taken'
export type ConfirmNewEmailResult =
  | { ok: true; userId: string; sessionEpoch: number }
  | { ok: false; reason: NewEmailRefusal }

/**
 * Changes a user's address by a mailed link. The session epoch rises in the same write, which ends every
 * session and voids every link, including this one. The former address is notified and stays reserved
 * for the three days in which the change can be undone.
 */
export async function confirmNewEmail(
  token: string,
  origin: string,
  now: Date,
): Promise<ConfirmNewEmailResult> {
  const link = readLink('new-email', token, now)
  if (!link.ok) return link
  const { userId, rowId } = link.claims
  const [change, later, user] = await Promise.all([
    readEmailChange(userId, rowId),
    readEmailChangesFrom(userId, rowId),
    readUser(userId),
  ])
  if (!change || !user || user.disabledAt) return { ok: false, reason: 'unknown' }
  if (user.email === change.toEmail) return { ok: false, reason: 'used' }
  if (later.length > 1 || user.sessionEpoch !== change.sessionEpoch) {
    return { ok: false, reason: 'replaced' }
  }
  if (!(await claimEmailWithRetry(change.toEmail, user.id))) return { ok: false, reason: 'taken' }
  const epoch = { from: user.sessionEpoch, to: user.sessionEpoch + 1 }
  const email = { email: change.toEmail, verifiedAt: now }
  if (!(await writeEmail(user.id, email, epoch))) return resolveConflict(change)
  evictLiveSessionsOf(user.id)
  await notifyBothAddresses(user, change, origin, now)
  return { ok: true, userId: user.id, sessionEpoch: epoch.to }
}

/** A concurrent request changed the account, perhaps with the same link. */
async function resolveConflict({
  userId,
  toEmail,
}: EmailChangeRow): Promise<ConfirmNewEmailResult> {
  const user = await readUser(userId)
  if (user?.email === toEmail) return { ok: false, reason: 'used' }
  await releaseEmail(toEmail, userId)
  return { ok: false, reason: 'replaced' }
}

/** A former address that was never confirmed may be a stranger's: it gets no mail and is released. */
async function notifyBothAddresses(
  user: UserRow,
  change: EmailChangeRow,
  origin: string,
  now: Date,
) {
  await releaseEmail(change.fromEmail, user.id)
  const { name } = user
  if (user.emailVerifiedAt) {
    await claimEmail(change.fromEmail, user.id, UNDO_MS / 1000)
    const expiresAt = new Date(now.getTime() + UNDO_MS)
    const token = signLink('undo-email', { userId: user.id, rowId: change.id, expiresAt })
    const former = { name, email: change.fromEmail, origin }
    await sendMail(await emailChangedMail(former, token), now)
  }
  await sendMail(await emailChangeConfirmedMail({ name, email: change.toEmail, origin }), now)
}
