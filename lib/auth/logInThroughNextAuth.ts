import { parseSetCookie } from 'cookie'
import type { ClientInfo } from './clientInfo.ts'
import type { LogInResult } from './logIn.ts'
import { callNextAuth } from './nextAuth.ts'
import { csrfCookieName, sessionCookieName } from './sessionCookie.ts'
import { maxExpiry } from './sessionExpiry.ts'

export type SessionCookie = { name: string; value: string; expires: Date | undefined }

export type NextAuthLogInResult =
  | { ok: true; cookie: SessionCookie }
  | Exclude<LogInResult, { ok: true }>
  | { ok: false; reason: 'invalid' }

/**
 * Logs in through NextAuth's credentials callback, as its own page would: requests a CSRF pair and
 * posts it together with the fields.
 * @param fields the form as submitted: email, password, remember
 * @returns the cookie to set; without `expires` it is a session cookie
 * @throws DatabaseAway
 */
export async function logInThroughNextAuth(
  fields: Record<string, string>,
  client: ClientInfo,
  origin: string,
): Promise<NextAuthLogInResult> {
  const csrf = await callNextAuth({ method: 'GET', action: ['csrf'], cookies: {}, origin, client })
  const { csrfToken } = csrf.response.body as { csrfToken: string }
  const { response, outcome } = await callNextAuth({
    method: 'POST',
    action: ['callback', 'credentials'],
    body: { ...fields, csrfToken, json: 'true' },
    cookies: { [csrfCookieName()]: cookieIn(csrf.response.setCookies, csrfCookieName()) ?? '' },
    origin,
    client,
  })
  const value = cookieIn(response.setCookies, sessionCookieName())
  if (!outcome.logIn) throw new Error('NextAuth did not call authorize')
  if (!outcome.logIn.ok) return outcome.logIn
  if (!value) throw new Error('NextAuth set no session cookie')
  const { session } = outcome.logIn
  const expires = session.remember ? maxExpiry(session) : undefined
  return { ok: true, cookie: { name: sessionCookieName(), value, expires } }
}

function cookieIn(setCookies: string[], name: string): string | undefined {
  return setCookies.map((line) => parseSetCookie(line)).find((cookie) => cookie.name === name)
    ?.value
}
