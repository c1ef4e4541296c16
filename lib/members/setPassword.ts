import { type UserRow, writePassword } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { sendMail } from '#lib/mail/send.ts'
import { passwordChangedMail } from '#lib/mail/templates.ts'

/**
 * Gives a user a new password, hashed already. The epoch rises with it, in the same write: every session made before
 * is over. The user is told by mail.
 * @returns false when the password was changed by someone else meanwhile.
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
