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
