import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { readOwners, readUser, readUserByEmail, writeRole } from '#db/users.ts'
import { liveSession } from '#lib/auth/liveSession.ts'
import { startSession } from '#lib/auth/session.ts'
import { encodeSessionToken, sessionCookieName } from '#lib/auth/sessionCookie.ts'
import { appointOwner } from './appointOwner.ts'
import { createUser } from './createUser.ts'
import { clearOwnerRemoval, removeOwner } from './removeOwner.ts'
import { disable, enable, makeOwner } from './roles.ts'

const made: string[] = []
// An owner too many would be one who stays, for other tests.
afterAll(async () => {
  for (const id of made) await writeRole(id, 'member')
  await closeDatabase()
})

async function someone(wishes: { role?: 'owner'; confirmed?: boolean } = {}) {
  const email = `ada-${randomUUID()}@videos.example`
  const user = await createUser({ email, password: randomUUID(), confirmed: true, ...wishes })
  made.push(user.id)
  return user
}

/** As if these were all the owners there are. */
const among = (ids: string[]) => async () =>
  (await readOwners()).filter(({ id }) => ids.includes(id))

test('of the last two owners who step down concurrently exactly one stays', async () => {
  for (let round = 0; round < 5; round++) {
    const ids = [(await someone({ role: 'owner' })).id, (await someone({ role: 'owner' })).id]
    const left = await Promise.all(
      ids.map((id) => removeOwner(id, () => writeRole(id, 'member'), among(ids))),
    )
    expect(left.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await among(ids)()).toHaveLength(1)
  }
})

test('one who is disabled, unconfirmed or on the way out is not an owner who stays', async () => {
  const last = await someone({ role: 'owner' })
  const others = [
    await someone({ role: 'owner' }),
    await someone({ role: 'owner', confirmed: false }),
  ]
  const [shut] = others
  const owners = among([last.id, ...others.map(({ id }) => id)])
  await removeOwner(shut?.id ?? '', async () => {}, owners)
  await disable(shut?.id ?? '', new Date())
  const died = new Error('died before the role was written')
  const half = await someone({ role: 'owner' })
  const all = among([last.id, half.id])
  await expect(removeOwner(half.id, () => Promise.reject(died), all)).rejects.toThrow(died)
  expect(await removeOwner(last.id, async () => {}, owners)).toMatchObject({ reason: 'last-owner' })
  expect(await removeOwner(last.id, async () => {}, all)).toMatchObject({ reason: 'last-owner' })
  await clearOwnerRemoval(half.id)
  expect(await removeOwner(last.id, async () => {}, all)).toEqual({ ok: true })
})

test('31: a disabled member is refused at the next request, and let in again', async () => {
  const { id } = await someone()
  const client = { device: 'x', address: 'y' }
  const session = await startSession({ userId: id, remember: false, ...client }, new Date())
  const token = await encodeSessionToken({ sub: id, sid: session.id, epoch: 0 })
  const cookie = `${sessionCookieName()}=${token}`
  expect(await liveSession(cookie)).not.toBeNull()
  expect(await disable(id, new Date())).toEqual({ ok: true })
  expect(await liveSession(cookie)).toBeNull()
  await enable(id, new Date())
  expect(await liveSession(cookie)).not.toBeNull()
})

test('only a confirmed member who is not disabled becomes an owner', async () => {
  const member = await someone()
  expect(await makeOwner(member.id, new Date())).toEqual({ ok: true })
  expect((await readUser(member.id))?.role).toBe('owner')
  const stranger = await someone({ confirmed: false })
  expect(await makeOwner(stranger.id, new Date())).toMatchObject({ reason: 'unconfirmed' })
  const shut = await someone()
  await disable(shut.id, new Date())
  expect(await makeOwner(shut.id, new Date())).toMatchObject({ reason: 'unconfirmed' })
  expect(await makeOwner(randomUUID(), new Date())).toMatchObject({ reason: 'unknown' })
})

test('npm run owner: a member, even unconfirmed and disabled, or a new user', async () => {
  const shut = await someone({ confirmed: false })
  await disable(shut.id, new Date())
  expect(await appointOwner(` ${shut.email.toUpperCase()}`, new Date())).toBeNull()
  expect(await readUser(shut.id)).toMatchObject({
    role: 'owner',
    disabledAt: null,
    emailVerifiedAt: expect.any(Date),
  })
  const email = `ada-${randomUUID()}@videos.example`
  expect(await appointOwner(email, new Date())).toMatch(/^[\w-]{16}$/)
  const made = await readUserByEmail(email)
  expect(made).toMatchObject({ role: 'owner', emailVerifiedAt: expect.any(Date) })
  if (made) await writeRole(made.id, 'member')
  await expect(appointOwner('nobody', new Date())).rejects.toThrow('does not look like an email')
})
