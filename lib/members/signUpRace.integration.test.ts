import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, runAll } from '#db/client.ts'
import { readPasswordHash, readUser, readUserIdByEmail } from '#db/users.ts'
import { MAX_WAITING_HASHES } from '#lib/auth/hashLimiter.ts'
import { Secret } from '#lib/auth/secret.ts'
import { confirmEmail } from './confirmEmail.ts'
import { issueEmailToken } from './emailToken.ts'
import { signUp } from './signUp.ts'

afterAll(closeDatabase)

const CONCURRENCY = 200
/** 50 with `npm test race`. */
const ROUNDS = Number(process.env.SIGN_UP_ROUNDS ?? 1)

test(`${CONCURRENCY} concurrent sign-ups with one address make one account, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const email = `ada-${randomUUID()}@videos.example`
    const input = { name: 'Ada', email, password: new Secret('kestrel over the harbour') }
    const now = new Date()
    const answers = await Promise.all(
      Array.from({ length: CONCURRENCY }, () => signUp(input, 'http://localhost:3000', now)),
    )
    // The hash limiter accepts some dozens; the others are refused as busy, and stored nothing.
    const accepted = answers.filter((answer) => answer.ok || answer.reason !== 'busy')
    expect(accepted.length).toBeGreaterThan(MAX_WAITING_HASHES)
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(3)
    await expectOneWholeAccount(email, now)
  }
}, 900_000)

async function expectOneWholeAccount(email: string, now: Date) {
  const rows = await runAll('SELECT user_id FROM users WHERE email = ? ALLOW FILTERING', [email])
  const id = await readUserIdByEmail(email)
  expect(rows.map((row) => row.user_id.toString())).toEqual([id])
  const user = await readUser(id ?? '')
  expect(user).toMatchObject({ email, name: 'Ada', role: 'member', emailVerifiedAt: null })
  expect(await readPasswordHash(id ?? '')).toMatch(/^\$argon2id\$/)
  const token = await issueEmailToken('confirm', { id: id ?? '', email }, now)
  expect(await confirmEmail(token, now)).toEqual({ ok: true })
}
