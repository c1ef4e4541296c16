import { writeEmailVerified } from '#db/users.ts'
import { consumeToken } from './emailToken.ts'

/** @returns whether the link was good and its address is still the user's. */
export async function confirmEmail(
  token: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'expired' | 'replaced' | 'used' }> {
  const consumed = await consumeToken('confirm', token, now)
  if (!consumed.ok) return consumed
  const written = await writeEmailVerified(consumed.userId, consumed.email, now)
  return written ? { ok: true } : { ok: false, reason: 'replaced' }
}
