import { type UserRow, writePassword } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { sendMail } from '#lib/mail/send.ts'
import { passwordChangedMail } from '#lib/mail/templates.ts'

/**
 * Stores a new password hash. The session epoch rises in the same write, which ends every session. The
 * user is notified by mail.
 * @returns false when a concurrent request changed the password
 */
export async function setPassword(
  user: UserRow,
  passwordHash: string,
  origin: string,
  now: Date,
): Promise<boolean> {
  const epoch = { from: user.sessionEpoch, to: user.sessionEpoch + 1 }
  if (!(await writePassword(user.id, passwordHash, epoch))) return false
  evictLiveSessionsOf(user.id)
  await sendMail(await passwordChangedMail({ name: user.name, email: user.email, origin }), now)
  return true
}
