import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { deleteUser, readUser, readUserByEmail, readUserIdByEmail } from '#db/users.ts'
import { Secret } from '#lib/auth/secret.ts'
import { readLiveSession, startSession } from '#lib/auth/session.ts'
import { confirmEmail } from './confirmEmail.ts'
import { createUser } from './createUser.ts'
import { issueEmailToken } from './emailToken.ts'
import { withdrawSignUp } from './withdrawSignUp.ts'

afterAll(closeDatabase)

const password = 'kestrel over the harbour'

async function signedUp(confirmed = false) {
  return createUser({ email: `ada-${randomUUID()}@videos.example`, password, confirmed })
}

test('a sign-up that went to a wrong address is gone: account, link, session; the address is free', async () => {
  const user = await signedUp()
  const now = new Date()
  const token = await issueEmailToken('confirm', user, now)
  const client = { device: 'Firefox', address: '203.0.113.9' }
  const session = await startSession({ userId: user.id, remember: true, ...client }, now)
  const envelope = { sub: user.id, sid: session.id, epoch: user.sessionEpoch }
  await withdrawSignUp(user.email, new Secret(password))
  expect(await readUser(user.id)).toBeNull()
  expect(await readUserIdByEmail(user.email)).toBeNull()
  expect(await readLiveSession(envelope, now)).toBeNull()
  expect(await confirmEmail(token, now)).toEqual({ ok: false, reason: 'replaced' })
  expect((await createUser({ email: user.email, password })).id).not.toBe(user.id)
})

test('with another password, or once it is confirmed, nothing happens', async () => {
  const unconfirmed = await signedUp()
  await withdrawSignUp(unconfirmed.email, new Secret('heron under the bridge'))
  expect(await readUserByEmail(unconfirmed.email)).not.toBeNull()
  const confirmed = await signedUp(true)
  await withdrawSignUp(confirmed.email, new Secret(password))
  expect(await readUserByEmail(confirmed.email)).not.toBeNull()
  await withdrawSignUp(`nobody-${randomUUID()}@videos.example`, new Secret(password))
})

test('an address whose user is gone, after a crash between the two writes, can be signed up with', async () => {
  const gone = await signedUp()
  await deleteUser(gone.id)
  const user = await createUser({ email: gone.email, password })
  expect((await readUserByEmail(gone.email))?.id).toBe(user.id)
})
