import { signupCheckLimits, signupLimits } from '#lib/auth/limits.ts'
import { consumeAttempt, isRateLimited } from '#lib/auth/rateLimiter.ts'
import { resendSchema } from './schemas.ts'

export type SignUpCheck =
  | { ok: true; email: string }
  | { ok: false; reason: 'email'; message: string }
  | { ok: false; reason: 'limited' }

/**
 * Whether a sign-up with this address would be accepted: validates the address and checks the rate
 * limits, as the action does. Reads no user, so it does not reveal whether the address is known.
 * @throws DatabaseAway
 */
export async function checkSignUp(
  email: string | undefined,
  address: string,
  now: Date,
): Promise<SignUpCheck> {
  const attempt = await consumeAttempt(signupCheckLimits(address), now)
  if (!attempt.ok) return { ok: false, reason: 'limited' }
  const parsed = resendSchema.safeParse({ email })
  if (!parsed.success) {
    return { ok: false, reason: 'email', message: parsed.error.issues[0]?.message ?? '' }
  }
  if (await isRateLimited(signupLimits(address), now)) return { ok: false, reason: 'limited' }
  return { ok: true, email: parsed.data.email }
}
