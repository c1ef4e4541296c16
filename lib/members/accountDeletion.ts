import { cancelDeparture, insertDeparture, readDeparture } from '#db/departures.ts'
import { readPasswordHash, readUser, writeEpoch } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { verifyPassword } from '#lib/auth/password.ts'
import type { Secret } from '#lib/auth/secret.ts'
import { sendMail } from '#lib/mail/send.ts'
import { deletionScheduledMail } from '#lib/mail/templates.ts'

const GRACE_MS = 24 * 3_600_000

export type DeletionRefusal = 'wrong' | 'busy' | 'owner' | 'replaced'

/**
 * Has an account deleted in a day, and ends its sessions. Whoever logs in within the day keeps it.
 * Owners step down first, so that the site is never without one.
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
  const deleteAt = new Date(now.getTime() + GRACE_MS)
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

export type DeletionCancel = 'stays' | 'came-back' | 'too-late'

/** At a log-in: an account on its way out stays after all, unless deleting has begun. */
export async function cancelAccountDeletion(userId: string): Promise<DeletionCancel> {
  const departure = await readDeparture(userId)
  if (!departure) return 'stays'
  return (await cancelDeparture(userId)) ? 'came-back' : 'too-late'
}
