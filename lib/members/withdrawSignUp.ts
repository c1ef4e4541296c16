import { deleteUnconfirmed, readPasswordHash, readUserByEmail, releaseEmail } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { verifyPassword } from '#lib/auth/password.ts'
import type { Secret } from '#lib/auth/secret.ts'

/**
 * Takes back a sign-up that went to a wrong address: the account is gone, and the link that was sent
 * there confirms nothing. For whoever knows its password, until somebody has confirmed it; in every
 * other case nothing happens, and nobody is told.
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
