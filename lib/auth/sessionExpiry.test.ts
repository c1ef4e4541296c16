import { expect, test } from 'vitest'
import { isDueForTouch, maxExpiry, rowTtlSeconds, slidingExpiry } from './sessionExpiry.ts'

const createdAt = new Date('2026-01-01T00:00:00Z')
const after = (days: number) => new Date(createdAt.getTime() + days * 86_400_000)
const kept = { createdAt, remember: true }
const passing = { createdAt, remember: false }

test('a session that is kept slides by 30 days, up to 90', () => {
  expect(slidingExpiry(kept, after(0))).toEqual(after(30))
  expect(slidingExpiry(kept, after(20))).toEqual(after(50))
  expect(slidingExpiry(kept, after(80))).toEqual(after(90))
  expect(maxExpiry(kept)).toEqual(after(90))
})

test('one that is not ends after 12 hours, however much it is used', () => {
  expect(slidingExpiry(passing, after(0))).toEqual(after(0.5))
  expect(slidingExpiry(passing, after(0.4))).toEqual(after(0.5))
})

test('its use is written every five minutes', () => {
  expect(isDueForTouch(createdAt, new Date(createdAt.getTime() + 299_999))).toBe(false)
  expect(isDueForTouch(createdAt, new Date(createdAt.getTime() + 300_000))).toBe(true)
})

test('the row outlives its last moment by an hour', () => {
  expect(rowTtlSeconds(passing, after(0))).toBe(13 * 3600)
  expect(rowTtlSeconds(kept, after(89))).toBe(25 * 3600)
  expect(rowTtlSeconds(kept, after(100))).toBe(1)
})
