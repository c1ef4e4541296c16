import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { signupLimits } from '#lib/auth/limits.ts'
import { consumeAttempt } from '#lib/auth/rateLimiter.ts'
import { checkSignUp } from './checkSignUp.ts'
import { createUser } from './createUser.ts'

afterAll(closeDatabase)

const now = new Date()

test('15: a known and an unknown address are the same', async () => {
  const address = randomUUID()
  const known = `ada-${randomUUID()}@videos.example`
  await createUser({ email: known, password: randomUUID(), confirmed: true })
  for (const email of [known, `nobody-${randomUUID()}@videos.example`]) {
    expect(await checkSignUp(` ${email.toUpperCase()} `, address, now)).toEqual({ ok: true, email })
  }
})

test('a malformed address gets the message of the form', async () => {
  const refusal = { ok: false, reason: 'email' }
  for (const text of ['ada at videos', '', undefined]) {
    expect(await checkSignUp(text, randomUUID(), now)).toMatchObject(refusal)
  }
})

test('a rate limit is reported before the form is filled in', async () => {
  const address = randomUUID()
  await Promise.all(Array.from({ length: 100 }, () => consumeAttempt(signupLimits(address), now)))
  expect(await checkSignUp('ada@videos.example', address, now)).toEqual({
    ok: false,
    reason: 'limited',
  })
})

test('asking is limited itself', async () => {
  const address = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 150 }, () => checkSignUp('ada@videos.example', address, now)),
  )
  expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(120)
  expect(await checkSignUp('ada@videos.example', randomUUID(), now)).toMatchObject({ ok: true })
})
