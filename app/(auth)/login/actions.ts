'use server'

import { redirect } from 'next/navigation'
import { type ActionResult, tooManyAttempts, validatedAction } from '#lib/auth/action.ts'
import { setSessionCookie } from '#lib/auth/browserSession.ts'
import { safePath } from '#lib/auth/callbackUrl.ts'
import { logInThroughNextAuth, type NextAuthLogInResult } from '#lib/auth/logInThroughNextAuth.ts'
import { ownOrigins } from '#lib/auth/origin.ts'
import { loginSchema } from '#lib/members/schemas.ts'

export const logIn = validatedAction(
  { schema: loginSchema, who: 'anyone' },
  async ({ email, password, remember, callbackUrl }, { client, origin }) => {
    const fields = { email, password: password.reveal(), remember: remember ? 'on' : '' }
    const entered = await logInThroughNextAuth(fields, client, origin)
    if (!entered.ok) return explain(entered)
    await setSessionCookie(entered.cookie)
    redirect(safePath(callbackUrl, ownOrigins()))
  },
)

function explain(refusal: Exclude<NextAuthLogInResult, { ok: true }>): ActionResult {
  if (refusal.reason === 'limited')
    return { ok: false, message: tooManyAttempts(refusal.retryAfter) }
  return { ok: false, message: MESSAGES[refusal.reason] }
}

/** One sentence for an unknown address and a wrong password. */
const WRONG = 'Email and password do not belong together.'

const MESSAGES = {
  wrong: WRONG,
  invalid: WRONG,
  disabled: 'This account has been closed by the owner of the site.',
  busy: 'Many people are logging in just now. Try again in a few seconds.',
}
