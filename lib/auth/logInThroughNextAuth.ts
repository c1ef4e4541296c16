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
 * Logs in through NextAuth's credentials callback, as its own page would: a csrf pair is asked for
 * and handed back together with the fields.
 * @param fields the form as it was sent: email, password, remember.
 * @returns the cookie to set; without `expires` it goes when the browser closes.
 * @throws DatabaseAway
 */
export async function logInThroughNextAuth(
  fields: Record<string, string>,
  client: ClientInfo,
  origin: string,
): Promise<NextAuthLogInResult> {
  const csrf = await callNextAuth({ method: 'GET', action: ['csrf'], cookies: {}, origin, client })
  const { csrfToken } = csrf.answer.body as { csrfToken: string }
  const { answer, happening } = await callNextAuth({
    method: 'POST',
    action: ['callback', 'credentials'],
    body: { ...fields, csrfToken, json: 'true' },
    cookies: { [csrfCookieName()]: cookieIn(csrf.answer.setCookies, csrfCookieName()) ?? '' },
    origin,
    client,
  })
  const value = cookieIn(answer.setCookies, sessionCookieName())
  if (!happening.logIn) throw new Error('NextAuth did not ask who it is')
  if (!happening.logIn.ok) return happening.logIn
  if (!value) throw new Error('NextAuth set no session cookie')
  const { session } = happening.logIn
  const expires = session.remember ? maxExpiry(session) : undefined
  return { ok: true, cookie: { name: sessionCookieName(), value, expires } }
}

function cookieIn(setCookies: string[], name: string): string | undefined {
  return setCookies.map((line) => parseSetCookie(line)).find((cookie) => cookie.name === name)
    ?.value
}
