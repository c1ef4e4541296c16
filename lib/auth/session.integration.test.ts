import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { readSession } from '#db/sessions.ts'
import { writeDisabled } from '#db/users.ts'
import { createUser, type User } from '#lib/members/createUser.ts'
import { issueEmailToken } from '#lib/members/emailToken.ts'
import { resetPassword } from '#lib/members/resetPassword.ts'
import { liveSession } from './liveSession.ts'
import { Secret } from './secret.ts'
import { listLiveSessions, readLiveSession, revokeSession, startSession } from './session.ts'
import { encodeSessionToken, sessionCookieName } from './sessionCookie.ts'

const now = new Date()
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const origin = 'http://localhost:3000'
let user: User

beforeAll(async () => {
  const email = `ada-${randomUUID()}@videos.example`
  user = await createUser({ email, password: 'kestrel over the harbour', confirmed: true })
})
afterAll(closeDatabase)

async function begin(remember = false, owner = user) {
  const client = { device: 'Firefox on Linux', address: '203.0.113.9' }
  const session = await startSession({ userId: owner.id, remember, ...client }, now)
  const envelope = { sub: owner.id, sid: session.id, epoch: owner.sessionEpoch }
  const cookie = `${sessionCookieName()}=${await encodeSessionToken(envelope)}`
  return { session, envelope, cookie }
}

test('a replayed cookie is refused after log-out: by the tables, and by the cache immediately', async () => {
  const { session, envelope, cookie } = await begin()
  expect(await liveSession(cookie)).toEqual({ memberId: user.id, sessionId: session.id })
  await revokeSession(user.id, session.id, new Date())
  expect(await readLiveSession(envelope, new Date())).toBeNull()
  expect(await liveSession(cookie)).toBeNull()
})

test('the use of a session that was ended meanwhile does not bring it back', async () => {
  const { session, envelope } = await begin(true)
  const used = readLiveSession(envelope, after(1))
  await Promise.all([used, revokeSession(user.id, session.id, now)])
  expect(await readLiveSession(envelope, after(1))).toBeNull()
  expect((await readSession(user.id, session.id))?.revokedAt).not.toBeNull()
})

test('until the browser closes: 12 hours, however much it is used', async () => {
  const { envelope } = await begin(false)
  expect(await readLiveSession(envelope, after(11))).not.toBeNull()
  expect(await readLiveSession(envelope, after(12))).toBeNull()
})

test('kept: 30 days after the last use', async () => {
  const { envelope } = await begin(true)
  expect(await readLiveSession(envelope, after(29 * 24))).not.toBeNull()
  expect(await readLiveSession(envelope, after(58 * 24))).not.toBeNull()
  expect(await readLiveSession(envelope, after(89 * 24))).toBeNull()
})

test('no cookie, a forged one, another epoch, another user: no session', async () => {
  const { envelope, cookie } = await begin()
  const sealed = async (change: object) =>
    `${sessionCookieName()}=${await encodeSessionToken({ ...envelope, ...change })}`
  expect(await liveSession(undefined)).toBeNull()
  expect(await liveSession(`${sessionCookieName()}=nonsense`)).toBeNull()
  expect(await liveSession(cookie.replace('=', '.1='))).toBeNull()
  expect(await liveSession(await sealed({ epoch: 7 }))).toBeNull()
  expect(await liveSession(await sealed({ sub: randomUUID() }))).toBeNull()
  expect(await liveSession(await sealed({ sid: randomUUID() }))).toBeNull()
  expect(await liveSession(`other=1; ${cookie}`)).not.toBeNull()
})

test('a disabled member is refused at the next request', async () => {
  const { envelope } = await begin()
  await writeDisabled(user.id, now)
  expect(await readLiveSession(envelope, new Date())).toBeNull()
  await writeDisabled(user.id, null)
  expect(await readLiveSession(envelope, new Date())).not.toBeNull()
})

test('the sessions that can be ended are listed, the last used first', async () => {
  const email = `ada-${randomUUID()}@videos.example`
  const other = await createUser({ email, password: 'kestrel over the harbour' })
  const first = await begin(true, other)
  const second = await begin(true, other)
  const third = await begin(true, other)
  await revokeSession(other.id, second.session.id, now)
  await readLiveSession(first.envelope, after(1))
  const ids = (await listLiveSessions(other.id, after(1))).map(({ id }) => id)
  expect(ids).toEqual([first.session.id, third.session.id])
})

test('a reset ends every session, and its link works once', async () => {
  const { envelope, cookie } = await begin(true)
  expect(await liveSession(cookie)).not.toBeNull()
  const token = await issueEmailToken('reset', user, now)
  const input = { token, password: new Secret('heron under the bridge') }
  expect(await resetPassword(input, origin, new Date())).toMatchObject({ ok: true })
  expect(await readLiveSession(envelope, new Date())).toBeNull()
  expect(await liveSession(cookie)).toBeNull()
  expect(await resetPassword(input, origin, new Date())).toEqual({ ok: false, reason: 'used' })
})
