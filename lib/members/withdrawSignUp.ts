import { deleteUnconfirmed, readPasswordHash, readUserByEmail, releaseEmail } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { verifyPassword } from '#lib/auth/password.ts'
import type { Secret } from '#lib/auth/secret.ts'

/**
 * Withdraws an unconfirmed sign-up with a mistyped address, given its password: deletes the account,
 * which voids the mailed link. In every other case it does nothing, and does not report so.
 */
export async function withdrawSignUp(email: string, password: Secret): Promise<void> {
  const known = await readUserByEmail(email)
  const user = known?.emailVerifiedAt === null ? known : null
  const hash = user && (await readPasswordHash(user.id))
  const verified = await verifyPassword(hash, password)
  if (!user || !verified.ok || !verified.matches) return
  if (!(await deleteUnconfirmed(user))) return
  evictLiveSessionsOf(user.id)
  await releaseEmail(email, user.id)
}
