import { randomUUID } from 'node:crypto'
import { parseSetCookie } from 'cookie'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { createUser, type User } from '#lib/members/createUser.ts'
import { answerAuth } from './nextAuthEndpoints.ts'
import { ownOrigins } from './origin.ts'
import { csrfCookieName, sessionCookieName } from './sessionCookie.ts'

const password = 'kestrel over the harbour'
const origin = ownOrigins()[0] ?? ''
const host = new URL(origin).host
let user: User

beforeAll(async () => {
  user = await createUser({ email: `ada-${randomUUID()}@videos.example`, password })
})
afterAll(closeDatabase)

type Sent = { cookie?: string; headers?: Record<string, string>; body?: Record<string, string> }

function ask(path: string, { cookie = '', headers = {}, body }: Sent = {}) {
  const request = new Request(`${origin}/api/auth/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { host, cookie, 'x-framewise-address': randomUUID(), ...headers },
    ...(body ? { body: new URLSearchParams(body) } : {}),
  })
  return answerAuth(request, path.split('?')[0]?.split('/') ?? [])
}

const own = { origin }
const cookiesOf = (response: Response) => response.headers.getSetCookie()
const cookieOf = (response: Response, name: string) =>
  cookiesOf(response).find((line) => parseSetCookie(line).name === name)

async function csrfPair() {
  const response = await ask('csrf')
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  const cookie = cookieOf(response, csrfCookieName())?.split(';')[0] ?? ''
  return { csrfToken, cookie }
}

async function logIn(fields: Record<string, string> = {}, headers = {}) {
  const { csrfToken, cookie } = await csrfPair()
  return ask('callback/credentials', {
    cookie,
    headers: { ...own, ...headers },
    body: { email: user.email, password, csrfToken, ...fields },
  })
}

test('with its csrf pair NextAuth logs in, and out for good', async () => {
  const response = await logIn({ callbackUrl: '/history' })
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe(`${origin}/history`)
  const line = cookieOf(response, sessionCookieName()) ?? ''
  expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
  const cookie = line.split(';')[0] ?? ''
  const session = await (await ask('session', { cookie })).json()
  expect(session).toMatchObject({ user: { id: user.id, email: user.email, role: 'member' } })
  const pair = await csrfPair()
  const out = await ask('signout', {
    cookie: `${cookie}; ${pair.cookie}`,
    headers: own,
    body: { csrfToken: pair.csrfToken },
  })
  expect(cookieOf(out, sessionCookieName())).toMatch(/Max-Age=0|Expires=Thu, 01 Jan 1970/)
  expect(await (await ask('session', { cookie })).json()).toEqual({})
})

test('only with "keep me logged in" the cookie has an end; asking for the session sets none', async () => {
  const kept = await logIn({ remember: 'on' })
  const line = cookieOf(kept, sessionCookieName()) ?? ''
  const expires = Date.parse(/Expires=([^;]+)/.exec(line)?.[1] ?? '')
  expect(expires).toBeGreaterThan(Date.now() + 29 * 86_400_000)
  const polled = await ask('session', { cookie: line.split(';')[0] ?? '' })
  expect(cookiesOf(polled)).toEqual([])
})

test('without the pair, or with half of it, there is no session', async () => {
  const fields = { email: user.email, password }
  const { csrfToken, cookie } = await csrfPair()
  const tries = [
    { headers: own, body: fields },
    { headers: own, body: { ...fields, csrfToken } },
    { headers: own, cookie, body: fields },
    { headers: own, cookie, body: { ...fields, csrfToken: 'x'.repeat(64) } },
  ]
  for (const sent of tries) {
    const response = await ask('callback/credentials', sent)
    expect(cookieOf(response, sessionCookieName())).toBeUndefined()
  }
})

test.each([
  ['foreign', { origin: 'https://evil.example' }],
  ['null', { origin: 'null' }],
  ['missing', {}],
  ['at another host', { origin, host: 'evil.example' }],
])('an origin that is %s is refused', async (_, headers) => {
  const response = await ask('callback/credentials', {
    headers,
    body: { email: user.email, password },
  })
  expect(response.status).toBe(403)
  expect(cookiesOf(response)).toEqual([])
})

test('an unknown address and a wrong password are the same answer', async () => {
  const wrong = await logIn({ password: 'heron under the bridge' })
  const unknown = await logIn({ email: `nobody-${randomUUID()}@videos.example` })
  expect(unknown.status).toBe(wrong.status)
  expect(unknown.headers.get('location')).toBe(wrong.headers.get('location'))
  expect(await unknown.text()).toBe(await wrong.text())
})

test('of a hundred simultaneous wrong attempts at most ten are checked, the rest is 429', async () => {
  const email = `nobody-${randomUUID()}@videos.example`
  const headers = { 'x-framewise-address': randomUUID() }
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => logIn({ email, password: 'wrong', json: 'true' }, headers)),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10)
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(90)
})

test.each([
  'https://evil.example',
  '//evil.example',
  'foo',
  '/\\evil.example',
  'javascript:alert(1)',
])('callbackUrl %s leads nowhere else', async (callbackUrl) => {
  const response = await logIn({ callbackUrl })
  expect(response.headers.get('location')).toBe(`${origin}/videos`)
  const asked = await ask(`signin?callbackUrl=${encodeURIComponent(callbackUrl)}`)
  expect(new URL(asked.headers.get('location') ?? '', origin).origin).toBe(origin)
  expect(asked.headers.get('location')).not.toContain('evil')
})

test('the endpoints that NextAuth leaves open are closed', async () => {
  for (const path of [
    '_log',
    'session',
    'signin/credentials',
    'callback/other',
    'verify-request',
  ]) {
    const response = await ask(path, { headers: own, body: { level: 'error', code: 'forged' } })
    expect(response.status).toBe(404)
  }
  expect((await ask('callback/credentials')).status).toBe(404)
})

test('no body breaks it', async () => {
  const send = (body: BodyInit, type: string) =>
    answerAuth(
      new Request(`${origin}/api/auth/callback/credentials`, {
        method: 'POST',
        headers: { origin, host, 'content-type': type },
        body,
      }),
      ['callback', 'credentials'],
    )
  const form = 'application/x-www-form-urlencoded'
  expect((await send('x'.repeat(10_000), form)).status).toBe(413)
  expect((await send('{', 'application/json')).status).toBe(400)
  expect((await send('[1]', 'application/json')).status).toBe(400)
  expect((await send('a=1', 'text/plain')).status).toBe(415)
  for (const body of [
    '{}',
    '{"email":{},"password":["x"],"csrfToken":{}}',
    '{"__proto__":{"a":1}}',
  ]) {
    expect((await send(body, 'application/json')).status).toBeLessThan(500)
  }
})

test('a second cookie that begins with the same name does not break the session', async () => {
  const cookie = cookieOf(await logIn(), sessionCookieName())?.split(';')[0] ?? ''
  const both = `${sessionCookieName()}.9=zzz; ${cookie}`
  expect(await (await ask('session', { cookie: both })).json()).toHaveProperty('user')
})
