import { cancelDeparture, insertDeparture, readDeparture } from '#db/accountDeletions.ts'
import { readPasswordHash, readUser, writeEpoch } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { verifyPassword } from '#lib/auth/password.ts'
import type { Secret } from '#lib/auth/secret.ts'
import { sendMail } from '#lib/mail/send.ts'
import { deletionScheduledMail } from '#lib/mail/templates.ts'

const GRACE_PERIOD_MS = 24 * 3_600_000

export type DeletionRefusal = 'wrong' | 'busy' | 'owner' | 'replaced'

/**
 * Schedules the deletion of an account in 24 hours, and ends its sessions. A log-in before that cancels
 * it. Owners must step down first, so that the site keeps one.
 */
export async function scheduleAccountDeletion(
  userId: string,
  password: Secret,
  origin: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: DeletionRefusal }> {
  const [user, hash] = await Promise.all([readUser(userId), readPasswordHash(userId)])
  const verified = await verifyPassword(hash, password)
  if (!verified.ok) return verified
  if (!user || !verified.matches) return { ok: false, reason: 'wrong' }
  if (user.role === 'owner') return { ok: false, reason: 'owner' }
  const deleteAt = new Date(now.getTime() + GRACE_PERIOD_MS)
  await insertDeparture({ userId, email: user.email, deleteAt })
  if (!(await writeEpoch(userId, { from: user.sessionEpoch, to: user.sessionEpoch + 1 }))) {
    await cancelDeparture(userId)
    return { ok: false, reason: 'replaced' }
  }
  evictLiveSessionsOf(userId)
  const recipient = { name: user.name, email: user.email, origin }
  await sendMail(await deletionScheduledMail(recipient, deleteAt), now)
  return { ok: true }
}

export type DeletionCancel = 'not-scheduled' | 'cancelled' | 'too-late'

/** Cancels a scheduled deletion, unless it has begun. Called at each log-in. */
export async function cancelAccountDeletion(userId: string): Promise<DeletionCancel> {
  const departure = await readDeparture(userId)
  if (!departure) return 'not-scheduled'
  return (await cancelDeparture(userId)) ? 'cancelled' : 'too-late'
}
