'use server'

import { redirect } from 'next/navigation'
import { setSessionCookie } from '#lib/auth/browserSession.ts'
import { safePath } from '#lib/auth/callbackUrl.ts'
import { logInThroughNextAuth, type NextAuthLogInResult } from '#lib/auth/logInThroughNextAuth.ts'
import { ownOrigins } from '#lib/auth/origin.ts'
import { type ActionResult, tooManyAttempts, validatedAction } from '#lib/auth/validatedAction.ts'
import { loginSchema } from '#lib/members/schemas.ts'

export const logIn = validatedAction(
  { schema: loginSchema, who: 'anyone' },
  async ({ email, password, remember, callbackUrl }, { client, origin }) => {
    const fields = { email, password: password.reveal(), remember: remember ? 'on' : '' }
    const result = await logInThroughNextAuth(fields, client, origin)
    if (!result.ok) return explain(result)
    await setSessionCookie(result.cookie)
    redirect(safePath(callbackUrl, ownOrigins()))
  },
)

function explain(refusal: Exclude<NextAuthLogInResult, { ok: true }>): ActionResult {
  if (refusal.reason === 'limited')
    return { ok: false, message: tooManyAttempts(refusal.retryAfter) }
  return { ok: false, message: MESSAGES[refusal.reason] }
}

/** The same message for an unknown address and a wrong password. */
const WRONG = 'Wrong email or password.'

const MESSAGES = {
  wrong: WRONG,
  invalid: WRONG,
  disabled: 'This account was disabled by an owner of the site.',
  busy: 'Many people are logging in right now. Try again in a few seconds.',
}
