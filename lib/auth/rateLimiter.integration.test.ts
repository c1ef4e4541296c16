import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { consumeAttempt, type Limit, retryAfterText } from './rateLimiter.ts'

afterAll(closeDatabase)

const limit = (max: number): Limit => ({ kind: 'test', key: randomUUID(), max, windowSeconds: 60 })
const now = new Date()
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

test('of a hundred at the same time no more than ten pass', async () => {
  const limits = [limit(10)]
  const tries = await Promise.all(Array.from({ length: 100 }, () => consumeAttempt(limits, now)))
  expect(tries.filter((attempt) => attempt.ok).length).toBeLessThanOrEqual(10)
})

test('one after the other exactly ten pass, then none until the first is old', async () => {
  const limits = [limit(10)]
  for (let tries = 0; tries < 10; tries++) {
    expect(await consumeAttempt(limits, later(tries))).toMatchObject({ ok: true })
  }
  for (let tries = 0; tries < 30; tries++) {
    expect(await consumeAttempt(limits, later(20))).toMatchObject({ ok: false, retryAfter: 40 })
  }
  expect(await consumeAttempt(limits, later(61))).toMatchObject({ ok: true })
})

test('a refunded attempt does not count', async () => {
  const limits = [limit(2)]
  for (let tries = 0; tries < 5; tries++) {
    const attempt = await consumeAttempt(limits, now)
    expect(attempt.ok).toBe(true)
    if (attempt.ok) await attempt.refund()
  }
})

test('the tightest of several limits decides, and a refusal costs the others nothing', async () => {
  const tight = limit(1)
  const wide = limit(2)
  expect(await consumeAttempt([wide, tight], now)).toMatchObject({ ok: true })
  for (let tries = 0; tries < 3; tries++) {
    expect(await consumeAttempt([wide, tight], now)).toMatchObject({ ok: false })
  }
  expect(await consumeAttempt([wide], now)).toMatchObject({ ok: true })
})

test('the wait in words', () => {
  expect([1, 40, 90, 899].map(retryAfterText)).toEqual([
    'in 1 second',
    'in 40 seconds',
    'in 2 minutes',
    'in 15 minutes',
  ])
})
