import { parseSetCookie, stringifySetCookie } from 'cookie'
import { isDatabaseAway } from '#db/client.ts'
import type { AuthOutcome } from './authOptions.ts'
import { safePath } from './callbackUrl.ts'
import { clientInfoOf } from './clientInfo.ts'
import { type AuthResponse, callNextAuth } from './nextAuth.ts'
import { isOwnOrigin, linkOrigin, ownOrigins } from './origin.ts'
import { readFormFields } from './readBody.ts'
import { readLiveSession } from './session.ts'
import {
  csrfCookieName,
  decodeSessionToken,
  readCookie,
  sessionCookieName,
} from './sessionCookie.ts'

/** The NextAuth endpoints that are exposed; all others, in particular `_log`, answer 404. */
const OPEN = {
  GET: ['csrf', 'error', 'providers', 'session', 'signin', 'signout'],
  POST: ['callback/credentials', 'signout'],
}

/**
 * Answers NextAuth's endpoints, `/api/auth/*`, with the checks that it lacks: own origin, small bodies,
 * no callbackUrl to another site, sessions checked against the table, 429 for too
 * many log-ins, 503 when the database is away.
 * @param action the path below `/api/auth`.
 */
export async function answerAuth(request: Request, action: string[]): Promise<Response> {
  try {
    return await answer(request, action)
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    return refusal(503, 'database-away', { 'Retry-After': '5' })
  }
}

async function answer(request: Request, action: string[]): Promise<Response> {
  const method = request.method === 'POST' ? 'POST' : 'GET'
  if (!OPEN[method].includes(action.join('/'))) return refusal(404, 'not-found')
  const header = (name: string) => request.headers.get(name) ?? undefined
  if (method === 'POST' && !isOwnOrigin(header('origin'), header('host'))) {
    return refusal(403, 'foreign-origin')
  }
  if (action[0] === 'session') return sessionAnswer(header('cookie'))
  const body = method === 'POST' ? await readFormFields(request) : undefined
  if (body && !body.ok) return refusal(body.status, body.reason)
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const called = await callNextAuth({
    method,
    action,
    query: withSafeCallback(query),
    body: body && withSafeCallback(body.fields),
    cookies: ourCookies(header('cookie')),
    origin: linkOrigin(header('host')),
    client: clientInfoOf(header),
  })
  return toResponse(called.response, called.outcome, body?.fields.json === 'true')
}

/** The current session, from the table. The cookie is not renewed: polling extends no session. */
async function sessionAnswer(cookieHeader: string | undefined): Promise<Response> {
  const claims = await decodeSessionToken(readCookie(cookieHeader, sessionCookieName()))
  const live = claims && (await readLiveSession(claims, new Date()))
  if (!live) return json(200, {})
  const { id, name, email, role } = live.user
  return json(200, { user: { id, name, email, role }, expires: live.session.expiresAt })
}

function withSafeCallback(fields: Record<string, string>): Record<string, string> {
  if (fields.callbackUrl === undefined) return fields
  return { ...fields, callbackUrl: safePath(fields.callbackUrl, ownOrigins()) }
}

/** Exact names only: NextAuth joins every cookie whose name has the same prefix. */
function ourCookies(header: string | undefined): Record<string, string> {
  const names = [sessionCookieName(), csrfCookieName()]
  return Object.fromEntries(names.map((name) => [name, readCookie(header, name) ?? '']))
}

function toResponse(
  { status, location, setCookies, body }: AuthResponse,
  outcome: AuthOutcome,
  wantsJson: boolean,
) {
  const { logIn } = outcome
  if (logIn && !logIn.ok && logIn.reason === 'limited') {
    return refusal(429, 'limited', { 'Retry-After': `${logIn.retryAfter}` })
  }
  if (logIn && !logIn.ok && logIn.reason === 'busy')
    return refusal(429, 'busy', { 'Retry-After': '2' })
  const response = wantsJson || !location ? json(status, body) : redirect(location)
  const remember = logIn?.ok && logIn.session.remember
  for (const line of setCookies) {
    const { name } = parseSetCookie(line)
    const isSession = name === sessionCookieName()
    if (!isSession && name !== csrfCookieName()) continue
    response.headers.append(
      'Set-Cookie',
      isSession && logIn?.ok && !remember ? withoutExpiry(line) : line,
    )
  }
  return response
}

/** Without "Keep me logged in" it is a session cookie: the browser deletes it when it closes. */
function withoutExpiry(setCookie: string): string {
  const { expires: _, maxAge: __, ...cookie } = parseSetCookie(setCookie)
  return stringifySetCookie(cookie)
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { Location: location, ...PRIVATE } })
}

const PRIVATE = { 'Cache-Control': 'private, no-store' }

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body ?? {}, { status, headers: { ...PRIVATE, ...headers } })
}

function refusal(status: number, reason: string, headers?: Record<string, string>): Response {
  return json(status, { reason }, headers)
}
