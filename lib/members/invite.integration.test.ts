import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { readUserByEmail } from '#db/users.ts'
import { logIn } from '#lib/auth/logIn.ts'
import { Secret } from '#lib/auth/secret.ts'
import { readOutbox } from '#lib/mail/mailOutbox.ts'
import { acceptInvite } from './acceptInvite.ts'
import { createUser } from './createUser.ts'
import { invite, openInvitations } from './invite.ts'
import { withdrawInvitation } from './withdrawInvitation.ts'

afterAll(closeDatabase)

const origin = 'http://localhost:3000'
const owner = { id: randomUUID(), name: 'Grace' }
const input = { name: 'Ada', password: new Secret('kestrel over the harbour') }
const newEmail = () => `ada-${randomUUID()}@videos.example`
const daysOn = (days: number) => new Date(Date.now() + days * 86_400_000)

async function invited(email = newEmail()) {
  expect(await invite(email, owner, origin, new Date())).toEqual({ ok: true })
  const mail = (await readOutbox(500)).find(({ to }) => to === email)
  return { email, token: /token=(\S+)/.exec(mail?.text ?? '')?.[1] ?? '' }
}

const openTo = async (email: string) =>
  (await openInvitations(new Date())).filter((open) => open.email === email)

test('an invitation makes a confirmed member, once', async () => {
  const { email, token } = await invited()
  expect(await openTo(email)).toHaveLength(1)
  const presses = await Promise.all(
    Array.from({ length: 10 }, () => acceptInvite(token, input, new Date())),
  )
  expect(presses.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await readUserByEmail(email)).toMatchObject({
    name: 'Ada',
    role: 'member',
    emailVerifiedAt: expect.any(Date),
  })
  expect(await openTo(email)).toEqual([])
  expect(await acceptInvite(token, input, new Date())).toEqual({ ok: false, reason: 'used' })
})

test('it expires after a week, and when it is withdrawn', async () => {
  const { email, token } = await invited()
  expect(await acceptInvite(token, input, daysOn(7.1))).toEqual({ ok: false, reason: 'expired' })
  await withdrawInvitation(email)
  expect(await openTo(email)).toEqual([])
  expect(await acceptInvite(token, input, new Date())).toEqual({ ok: false, reason: 'unknown' })
  expect(await readUserByEmail(email)).toBeNull()
})

test('who signed up with the address and never confirmed it loses it, password and all', async () => {
  const email = newEmail()
  await createUser({ email, password: 'heron under the bridge', name: 'Eve' })
  const { token } = await invited(email)
  expect(await acceptInvite(token, input, new Date())).toEqual({ ok: true })
  expect(await readUserByEmail(email)).toMatchObject({ name: 'Ada', sessionEpoch: 1 })
  const enter = (password: string) =>
    logIn(
      { email, password: new Secret(password), remember: false },
      { device: 'x', address: randomUUID() },
      new Date(),
    )
  expect(await enter('heron under the bridge')).toMatchObject({ ok: false })
  expect(await enter('kestrel over the harbour')).toMatchObject({ ok: true })
})

test('members are not invited, and an address gets at most three mails an hour', async () => {
  const { email } = await createUser({
    email: newEmail(),
    password: randomUUID(),
    confirmed: true,
  })
  expect(await invite(email, owner, origin, new Date())).toEqual({ ok: false, reason: 'member' })
  const other = newEmail()
  for (let mails = 0; mails < 3; mails++) await invited(other)
  expect(await openTo(other)).toHaveLength(1)
  expect(await invite(other, owner, origin, new Date())).toEqual({ ok: false, reason: 'limited' })
})
