import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { readOutbox } from '#lib/mail/outbox.ts'
import { createUser } from './createUser.ts'
import { writeToAddress } from './signUp.ts'

afterAll(closeDatabase)

const origin = 'http://localhost:3000'
const newEmail = () => `ada-${randomUUID()}@films.example`
const mailsTo = async (email: string) => (await readOutbox(100)).filter(({ to }) => to === email)

test('a stranger who has the mail sent again is answered before there is one', async () => {
  const known = newEmail()
  await createUser({ email: known, password: randomUUID() })
  const sends: Array<() => Promise<unknown>> = []
  for (const email of [known, newEmail()]) {
    const answer = await writeToAddress(email, origin, new Date(), (send) => sends.push(send))
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
  const now = new Date()
  for (const email of [known, newEmail()]) {
    const answers = []
    for (let i = 0; i < 4; i++) answers.push(await writeToAddress(email, origin, now))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    expect(answers.at(-1)).toEqual({ ok: false, reason: 'limited' })
  }
})
