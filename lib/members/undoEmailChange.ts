import { readEmailChangesFrom, writeEmailChangeUndone } from '#db/emailChanges.ts'
import { readUser, releaseEmail, writeEmail } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { claimEmailWithRetry } from './claimEmailWithRetry.ts'
import { issueEmailToken } from './emailToken.ts'
import { readLink } from './mailLink.ts'
import { CHANGE_TTL } from './requestEmailChange.ts'

export type UndoResult =
  | { ok: true; userId: string; resetToken: string }
  | { ok: false; reason: 'unknown' | 'expired' | 'used' | 'taken' | 'replaced' }

/**
 * Undoes a change of address. The attacker knew the password, so it is voided, every session ends, and
 * all later changes of the address are void together with their undo links.
 * @returns a token to set a new password
 */
export async function undoEmailChange(token: string, now: Date): Promise<UndoResult> {
  const link = readLink('undo-email', token, now)
  if (!link.ok) return link
  const { userId, rowId } = link.claims
  const [changes, user] = await Promise.all([readEmailChangesFrom(userId, rowId), readUser(userId)])
  const change = changes.find(({ id }) => id === rowId)
  if (!change || !user) return { ok: false, reason: 'unknown' }
  if (change.undoneAt) return { ok: false, reason: 'used' }
  const email = change.fromEmail
  // Replaces the reservation, which expires, by a claim that does not.
  if (user.email !== email) await releaseEmail(email, userId)
  if (!(await claimEmailWithRetry(email, userId))) return { ok: false, reason: 'taken' }
  const epoch = { from: user.sessionEpoch, to: user.sessionEpoch + 1 }
  const back = { email, verifiedAt: now, voidPassword: true }
  if (!(await writeEmail(userId, back, epoch))) return { ok: false, reason: 'replaced' }
  if (user.email !== email) await releaseEmail(user.email, userId)
  // Last, so that the link still works after a crash before this line.
  for (const { id } of changes) await writeEmailChangeUndone(userId, id, now, CHANGE_TTL)
  evictLiveSessionsOf(userId)
  const resetToken = await issueEmailToken('reset', { id: userId, email }, now)
  return { ok: true, userId, resetToken }
}
