import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { readPasswordHash, readUserByEmail } from '#db/users.ts'
import { verifyPassword } from '#lib/auth/password.ts'
import { Secret } from '#lib/auth/secret.ts'
import { readLiveSession, startSession } from '#lib/auth/session.ts'
import { readOutbox } from '#lib/mail/mailOutbox.ts'
import { confirmEmail } from './confirmEmail.ts'
import { createUser } from './createUser.ts'
import { sendConfirmation, signUp } from './signUp.ts'

afterAll(closeDatabase)

const now = new Date()
const origin = 'http://localhost:3000'
const newEmail = () => `ada-${randomUUID()}@videos.example`
const mailsTo = async (email: string) => (await readOutbox(100)).filter(({ to }) => to === email)

const ada = { name: 'Ada', password: 'kestrel over the harbour' }
const eve = { name: 'Eve', password: 'heron under the bridge' }

/** Signs up, and reads the token from the mail that came of it. */
async function signUpAs({ name, password }: typeof ada, email: string): Promise<string> {
  const before = new Set((await mailsTo(email)).map(({ text }) => text))
  expect(await signUp({ name, email, password: new Secret(password) }, origin, now)).toEqual({
    ok: true,
  })
  const mail = (await mailsTo(email)).find(({ text }) => !before.has(text))
  const token = /token=([\w-]+)/.exec(mail?.text ?? '')?.[1]
  if (!token) throw new Error('no mail with a token')
  return token
}

async function isTheirs(email: string, { name, password }: typeof ada): Promise<boolean> {
  const user = await readUserByEmail(email)
  const hash = user && (await readPasswordHash(user.id))
  const verified = await verifyPassword(hash ?? null, new Secret(password))
  return user?.name === name && verified.ok && verified.matches
}

test.each([
  ['before', [eve, ada], 1],
  ['after', [ada, eve], 0],
] as const)(
  'who signs up %s another with their address gets nothing by it',
  async (_, people, hers) => {
    const email = newEmail()
    const tokens: string[] = []
    for (const person of people) tokens.push(await signUpAs(person, email))
    const last = people[1]
    expect(await isTheirs(email, last)).toBe(true)
    expect(await confirmEmail(tokens[hers] ?? '', now)).toEqual({ ok: true })
    expect(await isTheirs(email, ada)).toBe(true)
    expect(await confirmEmail(tokens[1 - hers] ?? '', now)).toEqual({ ok: false, reason: 'used' })
    expect(await isTheirs(email, ada)).toBe(true)
  },
)

test('a session begun with the password of another sign-up ends when the address is confirmed', async () => {
  const email = newEmail()
  await signUpAs(eve, email)
  const user = await readUserByEmail(email)
  if (!user) throw new Error('no user')
  const asked = { userId: user.id, remember: true, device: 'Firefox', address: '203.0.113.9' }
  const session = await startSession(asked, now)
  const envelope = { sub: user.id, sid: session.id, epoch: user.sessionEpoch }
  expect(await readLiveSession(envelope, now)).not.toBeNull()
  const token = await signUpAs(ada, email)
  expect(await confirmEmail(token, now)).toEqual({ ok: true })
  expect(await readLiveSession(envelope, now)).toBeNull()
})

test('one who logged in before confirming stays logged in', async () => {
  const email = newEmail()
  const token = await signUpAs(ada, email)
  const before = await readUserByEmail(email)
  expect(await confirmEmail(token, now)).toEqual({ ok: true })
  const after = await readUserByEmail(email)
  expect(after?.sessionEpoch).toBe(before?.sessionEpoch)
  expect(after?.emailVerifiedAt).not.toBeNull()
})

test('a stranger who has the mail sent again is answered before there is one', async () => {
  const known = newEmail()
  await createUser({ email: known, password: randomUUID() })
  const sends: Array<() => Promise<unknown>> = []
  for (const email of [known, newEmail()]) {
    const answer = await sendConfirmation(email, origin, new Date(), {
      defer: (send) => sends.push(send),
    })
    expect(answer).toEqual({ ok: true })
  }
  expect(sends).toHaveLength(2)
  expect(await mailsTo(known)).toHaveLength(0)
  for (const send of sends) expect(await send()).toEqual({ ok: true })
  expect(await mailsTo(known)).toHaveLength(1)
})

test('three mails an hour to an address, whether anybody has it or not', async () => {
  const known = newEmail()
  await createUser({ email: known, password: randomUUID() })
  for (const email of [known, newEmail()]) {
    const answers = []
    for (let i = 0; i < 4; i++) answers.push(await sendConfirmation(email, origin, now))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    expect(answers.at(-1)).toEqual({ ok: false, reason: 'limited' })
  }
})
