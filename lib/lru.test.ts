import { expect, it } from 'vitest'
import { LruMap } from './lru.ts'

it('forgets what was not asked for the longest, and never holds more than its bound', () => {
  const map = new LruMap<string, number>(2)
  map.set('a', 1)
  map.set('b', 2)
  expect(map.get('a')).toBe(1)
  map.set('c', 3)
  expect(map.get('b')).toBeUndefined()
  expect(map.get('a')).toBe(1)
  expect(map.size).toBe(2)
})

it('forgets in the order of the last look, however long it goes on', () => {
  const map = new LruMap<number, number>(3)
  for (let key = 0; key < 1000; key++) {
    map.set(key, key)
    if (key > 0) expect(map.get(key - 1)).toBe(key - 1)
    expect(map.get(key - 4)).toBeUndefined()
    expect(map.size).toBe(Math.min(key + 1, 3))
  }
  map.clear()
  for (const key of [1, 2, 3]) map.set(key, key)
  map.get(1)
  map.set(4, 4)
  expect([1, 2, 3, 4].map((key) => map.get(key))).toEqual([1, undefined, 3, 4])
})
