import { signupCheckLimits, signupLimits } from '#lib/auth/limits.ts'
import { consumeAttempt, isRateLimited } from '#lib/auth/rateLimiter.ts'
import { resendSchema } from './schemas.ts'

export type SignUpCheck =
  | { ok: true; email: string }
  | { ok: false; reason: 'email'; message: string }
  | { ok: false; reason: 'limited' }

/**
 * Whether a sign-up with this address would be taken just now: what the action itself would say of
 * the address and of whoever asks, before the rest of the form is filled in. Whether the address is
 * known is no part of that: no row of a user is read.
 * @throws DatabaseAway
 */
export async function checkSignUp(
  email: string | undefined,
  address: string,
  now: Date,
): Promise<SignUpCheck> {
  const taken = await consumeAttempt(signupCheckLimits(address), now)
  if (!taken.ok) return { ok: false, reason: 'limited' }
  const parsed = resendSchema.safeParse({ email })
  if (!parsed.success) {
    return { ok: false, reason: 'email', message: parsed.error.issues[0]?.message ?? '' }
  }
  if (await isRateLimited(signupLimits(address), now)) return { ok: false, reason: 'limited' }
  return { ok: true, email: parsed.data.email }
}
