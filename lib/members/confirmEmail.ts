import { readPasswordHash, readUser, writeSignUp } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { consumeToken } from './emailToken.ts'

/**
 * Confirms an address by a mailed link, with the name and password of the sign-up that the mail was
 * sent for. Other sign-ups with the same address become void and are logged out.
 * @returns the reason when it fails; `used` also when another mail to the address was confirmed
 */
export async function confirmEmail(
  token: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'expired' | 'replaced' | 'used' }> {
  const consumed = await consumeToken('confirm', token, now)
  if (!consumed.ok) return consumed
  const [user, hash] = await Promise.all([
    readUser(consumed.userId),
    readPasswordHash(consumed.userId),
  ])
  if (!user || !hash || user.email !== consumed.email) return { ok: false, reason: 'replaced' }
  if (user.emailVerifiedAt) return { ok: false, reason: 'used' }
  const { name, passwordHash } = consumed.signUp ?? { name: user.name, passwordHash: hash }
  const epoch = passwordHash === hash ? user.sessionEpoch : user.sessionEpoch + 1
  const written = await writeSignUp(user, { name, passwordHash, epoch }, now)
  if (epoch !== user.sessionEpoch) evictLiveSessionsOf(user.id)
  return written ? { ok: true } : { ok: false, reason: 'replaced' }
}
