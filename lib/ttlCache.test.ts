import { expect, test } from 'vitest'
import { ttlCache } from './ttlCache.ts'

const at = (seconds: number) => new Date(seconds * 1000)

test('is read once for all who ask, and again when it is old', async () => {
  let reads = 0
  const read = async () => ++reads
  const first = [ttlCache('a', 60, at(0), read), ttlCache('a', 60, at(59), read)]
  expect(await Promise.all(first)).toEqual([1, 1])
  expect(await ttlCache('a', 60, at(60), read)).toBe(2)
})

test('a failure is thrown, and not cached', async () => {
  const fail = async () => {
    throw new Error('away')
  }
  await expect(ttlCache('b', 60, at(0), fail)).rejects.toThrow('away')
  expect(await ttlCache('b', 60, at(1), async () => 7)).toBe(7)
})
