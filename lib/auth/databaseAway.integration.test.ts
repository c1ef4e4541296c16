import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'

const cookieOfSomeone = async () => {
  const { encodeSessionToken, sessionCookieName } = await import('./sessionCookie.ts')
  const token = await encodeSessionToken({ sub: randomUUID(), sid: randomUUID(), epoch: 0 })
  return `${sessionCookieName()}=${token}`
}

// Nothing listens on this port: the database is really away, not mocked.
beforeAll(() => {
  vi.stubEnv('CASSANDRA_CONTACT_POINTS', '127.0.0.1:9')
  return () => vi.unstubAllEnvs()
})

test('a member is not treated as a guest: the error is thrown', async () => {
  const { liveSession } = await import('./liveSession.ts')
  await expect(liveSession(await cookieOfSomeone())).rejects.toMatchObject({ name: 'DatabaseAway' })
})

test('the session endpoint answers 503 and leaves the cookie alone', async () => {
  const { answerAuth } = await import('./nextAuthEndpoints.ts')
  const headers = { cookie: await cookieOfSomeone() }
  const request = new Request('http://localhost:3000/api/auth/session', { headers })
  const response = await answerAuth(request, ['session'])
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(response.headers.getSetCookie()).toEqual([])
  expect(await response.json()).toEqual({ reason: 'database-away' })
})
