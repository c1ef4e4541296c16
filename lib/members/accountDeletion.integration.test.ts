import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { readDeparture } from '#db/accountDeletions.ts'
import { closeDatabase } from '#db/client.ts'
import { readSessions } from '#db/sessions.ts'
import { readUser, readUserIdByEmail } from '#db/users.ts'
import { recentAuthEvents } from '#lib/auth/authEvents.ts'
import { logIn } from '#lib/auth/logIn.ts'
import { Secret } from '#lib/auth/secret.ts'
import { readLiveSession } from '#lib/auth/session.ts'
import { readOutbox } from '#lib/mail/mailOutbox.ts'
import { addNote, allNotesOf } from '#lib/notes/notes.ts'
import { scheduleAccountDeletion } from './accountDeletion.ts'
import { createUser } from './createUser.ts'
import { deleteDueAccounts } from './deleteDueAccounts.ts'
import { exportMemberData } from './exportMemberData.ts'

afterAll(closeDatabase)

const origin = 'http://localhost:3000'
const text = 'kestrel over the harbour'
const password = new Secret(text)
const hoursOn = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const someone = (role: 'member' | 'owner' = 'member') =>
  createUser({
    email: `ada-${randomUUID()}@videos.example`,
    password: text,
    confirmed: true,
    role,
  })

const enter = (email: string) =>
  logIn(
    { email, password, remember: true },
    { device: 'Firefox on Linux', address: randomUUID() },
    new Date(),
  )

async function session(email: string) {
  const entered = await enter(email)
  if (!entered.ok) throw new Error(entered.reason)
  return { sub: entered.user.id, sid: entered.session.id, epoch: entered.user.sessionEpoch }
}

test('with the password: logged out everywhere, notified by mail, deleted after a day', async () => {
  const user = await someone()
  const envelope = await session(user.email)
  expect(
    await scheduleAccountDeletion(user.id, new Secret('wrong password'), origin, new Date()),
  ).toMatchObject({
    reason: 'wrong',
  })
  expect(await scheduleAccountDeletion(user.id, password, origin, new Date())).toEqual({ ok: true })
  expect(await readLiveSession(envelope, new Date())).toBeNull()
  const mail = (await readOutbox(500)).find(({ to }) => to === user.email)
  expect(mail?.subject).toBe('Your Framewise account will be deleted')
  await deleteDueAccounts(hoursOn(23))
  expect(await readUser(user.id)).not.toBeNull()
})

test('a log-in within the day keeps it for good', async () => {
  const user = await someone()
  await scheduleAccountDeletion(user.id, password, origin, new Date())
  expect(await enter(user.email)).toMatchObject({ ok: true })
  await deleteDueAccounts(hoursOn(25))
  expect(await readUser(user.id)).not.toBeNull()
  expect(await enter(user.email)).toMatchObject({ ok: true })
})

const video = () => ({ id: randomUUID(), frames: 100 })

test('after the day nothing of it is left, and the address is free', async () => {
  const user = await someone()
  await session(user.email)
  await addNote(user.id, video(), { frame: 7, text: 'the gull' }, new Date())
  await scheduleAccountDeletion(user.id, password, origin, new Date())
  await deleteDueAccounts(hoursOn(25))
  expect(await readUser(user.id)).toBeNull()
  expect(await readUserIdByEmail(user.email)).toBeNull()
  expect(await readSessions(user.id)).toEqual([])
  expect(await recentAuthEvents(user.id, 10, new Date())).toEqual([])
  expect(await readDeparture(user.id)).toBeNull()
  expect(await allNotesOf(user.id)).toEqual([])
  expect(await enter(user.email)).toMatchObject({ ok: false, reason: 'wrong' })
  await createUser({ email: user.email, password: text })
})

test('an owner steps down first', async () => {
  const owner = await someone('owner')
  expect(await scheduleAccountDeletion(owner.id, password, origin, new Date())).toEqual({
    ok: false,
    reason: 'owner',
  })
})

test('my data: the account, sessions, events and notes, without a hash', async () => {
  const user = await someone()
  await session(user.email)
  const { id, frames } = video()
  await addNote(user.id, { id, frames }, { frame: 7, text: 'the gull' }, new Date())
  const data = await exportMemberData(user.id, new Date())
  expect(data).toMatchObject({
    account: { id: user.id, email: user.email },
    sessions: [{ device: 'Firefox on Linux' }],
    events: [{ kind: 'log-in' }],
    history: [],
    runs: [],
    notes: [{ videoId: id, frame: 7, text: 'the gull' }],
  })
  expect(JSON.stringify(data)).not.toMatch(/argon2|hash|epoch/i)
})
