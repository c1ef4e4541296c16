import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { readPasswordHash, readUser, readUserByEmail, readUserIdByEmail } from '#db/users.ts'
import { logIn } from '#lib/auth/logIn.ts'
import { Secret } from '#lib/auth/secret.ts'
import { readLiveSession, startSession } from '#lib/auth/session.ts'
import { type OutboxMail, readOutbox } from '#lib/mail/mailOutbox.ts'
import { confirmNewEmail } from './confirmNewEmail.ts'
import { createUser } from './createUser.ts'
import { signLink } from './mailLink.ts'
import { requestEmailChange } from './requestEmailChange.ts'
import { resetPassword } from './resetPassword.ts'
import { undoEmailChange } from './undoEmailChange.ts'

afterAll(closeDatabase)

const origin = 'http://localhost:3000'
const text = 'kestrel over the harbour'
const newEmail = () => `ada-${randomUUID()}@videos.example`
const client = () => ({ device: 'Firefox on Linux', address: randomUUID() })
const TIME_UUID = '13814000-1dd2-11b2-8000-000000000000'
const hoursOn = (hours: number) => new Date(Date.now() + hours * 3_600_000)

const someone = (confirmed = true) => createUser({ email: newEmail(), password: text, confirmed })

async function mailTo(email: string): Promise<OutboxMail | undefined> {
  return (await readOutbox(500)).find(({ to }) => to === email)
}

async function tokenTo(email: string): Promise<string> {
  return /token=(\S+)/.exec((await mailTo(email))?.text ?? '')?.[1] ?? ''
}

async function ask(userId: string, email: string, password = text) {
  return requestEmailChange(userId, { email, password: new Secret(password) }, origin, new Date())
}

async function change(userId: string, email = newEmail()) {
  expect(await ask(userId, email)).toEqual({ ok: true })
  expect(await confirmNewEmail(await tokenTo(email), origin, new Date())).toMatchObject({
    ok: true,
  })
  return email
}

const enter = (email: string, password = text) =>
  logIn({ email, password: new Secret(password), remember: false }, client(), new Date())

test('35: it needs the password, and nothing changes before the new address is confirmed', async () => {
  const user = await someone()
  const email = newEmail()
  expect(await ask(user.id, email, 'not the password')).toEqual({ ok: false, reason: 'wrong' })
  expect(await mailTo(email)).toBeUndefined()
  expect(await ask(user.id, user.email)).toEqual({ ok: false, reason: 'same' })
  expect(await ask(user.id, email)).toEqual({ ok: true })
  expect((await readUser(user.id))?.email).toBe(user.email)
  expect(await readUserIdByEmail(email)).toBeNull()
})

test('17, 30: confirmed, every session ends, both addresses are notified, only the new one logs in', async () => {
  const user = await someone()
  const session = await startSession({ userId: user.id, remember: true, ...client() }, new Date())
  const email = await change(user.id)
  const envelope = { sub: user.id, sid: session.id, epoch: 0 }
  expect(await readLiveSession(envelope, new Date())).toBeNull()
  expect((await mailTo(user.email))?.text).toContain('/undo-email?token=')
  expect((await mailTo(email))?.subject).toBe('This is your Framewise email now')
  expect(await enter(user.email)).toMatchObject({ ok: false, reason: 'wrong' })
  expect(await enter(email)).toMatchObject({ ok: true })
})

test('20: of fifty presses at the same time exactly one counts, and the address stays claimed', async () => {
  const user = await someone()
  const email = newEmail()
  await ask(user.id, email)
  const token = await tokenTo(email)
  const presses = await Promise.all(
    Array.from({ length: 50 }, () => confirmNewEmail(token, origin, new Date())),
  )
  expect(presses.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await readUserByEmail(email))?.id).toBe(user.id)
  expect(await confirmNewEmail(token, origin, new Date())).toEqual({ ok: false, reason: 'used' })
})

test('a link ends after a day, with the next one, and with any other change of the account', async () => {
  const user = await someone()
  const [first, second] = [newEmail(), newEmail()]
  await ask(user.id, first)
  const token = await tokenTo(first)
  expect(await confirmNewEmail(token, origin, hoursOn(24.1))).toMatchObject({ reason: 'expired' })
  expect(await confirmNewEmail(`${token}x`, origin, new Date())).toMatchObject({
    reason: 'unknown',
  })
  await ask(user.id, second)
  expect(await confirmNewEmail(token, origin, new Date())).toMatchObject({ reason: 'replaced' })
  const last = await tokenTo(second)
  const other = await someone()
  await change(other.id)
  expect(await confirmNewEmail(last, origin, new Date())).toMatchObject({ ok: true })
})

test('a used address is neither reported as taken nor given away', async () => {
  const [user, holder] = [await someone(), await someone()]
  expect(await ask(user.id, holder.email)).toEqual({ ok: true })
  expect((await mailTo(holder.email))?.text).toContain('/login')
  const late = newEmail()
  expect(await ask(user.id, late)).toEqual({ ok: true })
  const winner = await createUser({ email: late, password: text })
  expect(await confirmNewEmail(await tokenTo(late), origin, new Date())).toMatchObject({
    reason: 'taken',
  })
  expect((await readUserByEmail(late))?.id).toBe(winner.id)
})

test('undone: the old address has the account, no password fits, a new one can be set', async () => {
  const user = await someone()
  const email = await change(user.id)
  const token = await tokenTo(user.email)
  const undone = await undoEmailChange(token, new Date())
  if (!undone.ok) throw new Error(undone.reason)
  expect((await readUserByEmail(user.email))?.id).toBe(user.id)
  expect(await readUserIdByEmail(email)).toBeNull()
  expect(await readPasswordHash(user.id)).toBeNull()
  expect(await enter(user.email)).toMatchObject({ ok: false, reason: 'wrong' })
  const password = new Secret('heron under the bridge')
  const reset = await resetPassword({ token: undone.resetToken, password }, origin, new Date())
  expect(reset).toMatchObject({ ok: true })
  expect(await enter(user.email, password.reveal())).toMatchObject({ ok: true })
  expect(await undoEmailChange(token, new Date())).toEqual({ ok: false, reason: 'used' })
})

test('an attacker who changed the address again cannot revert the undo', async () => {
  const user = await someone()
  const attackersChange = await change(user.id)
  await change(user.id)
  const theirs = await tokenTo(attackersChange)
  expect(theirs).not.toBe('')
  expect(await undoEmailChange(await tokenTo(user.email), new Date())).toMatchObject({ ok: true })
  expect(await undoEmailChange(theirs, new Date())).toEqual({ ok: false, reason: 'used' })
  expect((await readUser(user.id))?.email).toBe(user.email)
})

test('undo works for 72 hours; until then no other account gets the old address', async () => {
  const user = await someone()
  await change(user.id)
  await expect(createUser({ email: user.email, password: text })).rejects.toThrow('already a user')
  const token = await tokenTo(user.email)
  expect(await undoEmailChange(token, hoursOn(72.1))).toEqual({ ok: false, reason: 'expired' })
  expect(await undoEmailChange(token, hoursOn(71.9))).toMatchObject({ ok: true })
})

test('an address that was never confirmed gets no undo link and is released immediately', async () => {
  const user = await someone(false)
  await change(user.id)
  expect(await mailTo(user.email)).toBeUndefined()
  await createUser({ email: user.email, password: text })
})

test('a link is good for its purpose only', async () => {
  const user = await someone()
  const claims = { userId: user.id, rowId: TIME_UUID, expiresAt: hoursOn(1) }
  const token = signLink('undo-email', claims)
  expect(await confirmNewEmail(token, origin, new Date())).toMatchObject({ reason: 'unknown' })
  expect(await undoEmailChange(token, new Date())).toMatchObject({ reason: 'unknown' })
})
