import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, run } from '#db/client.ts'
import { consumeToken, issueEmailToken } from './emailToken.ts'

afterAll(closeDatabase)

const now = new Date()
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const owner = () => ({ id: randomUUID(), email: `ada-${randomUUID()}@videos.example` })

test('of fifty at the same time exactly one consumes a token', async () => {
  const user = owner()
  const token = await issueEmailToken('confirm', user, now)
  const tries = await Promise.all(
    Array.from({ length: 50 }, () => consumeToken('confirm', token, new Date())),
  )
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
  expect(tries.find(({ ok }) => ok)).toMatchObject({ ok: true, userId: user.id, email: user.email })
  expect(await consumeToken('confirm', token, now)).toEqual({ ok: false, reason: 'used' })
})

test('a confirmation lives a day, a reset an hour', async () => {
  const confirm = await issueEmailToken('confirm', owner(), now)
  expect(await consumeToken('confirm', confirm, after(24))).toEqual({
    ok: false,
    reason: 'expired',
  })
  expect(await consumeToken('confirm', confirm, after(23.9))).toMatchObject({ ok: true })
  const reset = await issueEmailToken('reset', owner(), now)
  expect(await consumeToken('reset', reset, after(1))).toEqual({ ok: false, reason: 'expired' })
  expect(await consumeToken('reset', reset, after(0.9))).toMatchObject({ ok: true })
})

test('a new reset ends the one before; every sign-up may be confirmed', async () => {
  const user = owner()
  const confirm = await issueEmailToken('confirm', user, now)
  await issueEmailToken('confirm', user, now)
  const first = await issueEmailToken('reset', user, now)
  const second = await issueEmailToken('reset', user, now)
  expect(await consumeToken('reset', first, now)).toEqual({ ok: false, reason: 'replaced' })
  expect(await consumeToken('reset', second, now)).toMatchObject({ ok: true })
  expect(await consumeToken('confirm', confirm, now)).toMatchObject({ ok: true })
})

test('one is good for its purpose only, and a made-up one for none', async () => {
  const confirm = await issueEmailToken('confirm', owner(), now)
  expect(await consumeToken('reset', confirm, now)).toEqual({ ok: false, reason: 'unknown' })
  expect(await consumeToken('reset', randomUUID(), now)).toEqual({ ok: false, reason: 'unknown' })
})

test('256 random bits, of which only a hash is stored', async () => {
  const user = owner()
  const token = await issueEmailToken('reset', user, now)
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const [row] = await run('SELECT token_hash FROM latest_token WHERE user_id = ?', [user.id])
  expect(row?.token_hash).not.toContain(token)
  expect(await run('SELECT * FROM email_tokens WHERE token_hash = ?', [token])).toHaveLength(0)
})
