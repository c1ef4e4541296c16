import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { BUCKETS, bucketOf, laneOf } from './sharding.ts'

it('spreads viewers evenly over buckets and lanes', () => {
  const buckets = new Array<number>(BUCKETS).fill(0)
  for (let i = 0; i < 16_000; i++) {
    const bucket = bucketOf(randomUUID())
    buckets[bucket] = (buckets[bucket] ?? 0) + 1
  }
  for (const count of buckets) expect(Math.abs(count - 1000)).toBeLessThan(200)
})

it('never parts viewers of one bucket', () => {
  const viewer = randomUUID()
  expect(laneOf(viewer, 4)).toBe(bucketOf(viewer) % 4)
  expect(laneOf(viewer, 1)).toBe(0)
})

it('is what it always was: stored rows depend on it', () => {
  expect(bucketOf('00000000-0000-4000-8000-000000000001')).toBe(2)
  expect(bucketOf('f47ac10b-58cc-4372-a567-0e02b2c3d479')).toBe(5)
})
