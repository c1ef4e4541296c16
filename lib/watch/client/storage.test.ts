import { describe, expect, it } from 'vitest'
import { makeOutboxStorage } from './storage.ts'

/** A browser's storage of so many characters. */
function storageOf(room: number) {
  const texts = new Map<string, string>()
  return {
    get length() {
      return texts.size
    },
    key: (index: number) => [...texts.keys()][index] ?? null,
    getItem: (key: string) => texts.get(key) ?? null,
    removeItem: (key: string) => void texts.delete(key),
    setItem(key: string, text: string) {
      const used = [...texts].reduce((sum, [name, kept]) => sum + name.length + kept.length, 0)
      const before = texts.has(key) ? key.length + (texts.get(key)?.length ?? 0) : 0
      if (used - before + key.length + text.length > room) throw new Error('QuotaExceededError')
      texts.set(key, text)
    },
    texts,
  }
}

describe('a place', () => {
  it('keeps texts in the storage', () => {
    const storage = storageOf(1000)
    const place = makeOutboxStorage(storage, () => {})
    place.write('a/1', 'one')
    place.write('b/1', 'two')
    expect(storage.texts.get('a/1')).toBe('one')
    expect(place.read('a/1')).toBe('one')
    expect(place.keys('a/')).toEqual(['a/1'])
    place.remove('a/1')
    expect(place.read('a/1')).toBeNull()
  })

  it('goes on in memory when the storage is full, says so once, and comes back', () => {
    const said: string[] = []
    const storage = storageOf(40)
    const place = makeOutboxStorage(storage, (message) => said.push(message))
    place.write('a', 'x'.repeat(30))
    place.write('b', 'y'.repeat(30))
    place.write('c', 'z'.repeat(30))
    expect(place.read('b')).toBe('y'.repeat(30))
    expect(place.keys('').sort()).toEqual(['a', 'b', 'c'])
    expect(said).toHaveLength(1)
    place.remove('a')
    place.write('b', 'y'.repeat(31))
    expect(storage.texts.get('b')).toBe('y'.repeat(31))
  })

  it('never answers with an older text than the last', () => {
    const storage = storageOf(40)
    const place = makeOutboxStorage(storage, () => {})
    place.write('a', 'short')
    place.write('a', 'long'.repeat(20))
    expect(place.read('a')).toBe('long'.repeat(20))
    expect(storage.texts.has('a')).toBe(false)
  })

  it('works with a storage that refuses everything, and with none', () => {
    const refuse = () => {
      throw new Error('SecurityError')
    }
    const forbidden = {
      length: 3,
      key: refuse,
      getItem: refuse,
      setItem: refuse,
      removeItem: refuse,
    }
    for (const storage of [forbidden, null]) {
      const place = makeOutboxStorage(storage, () => {})
      place.write('a', 'one')
      expect(place.read('a')).toBe('one')
      expect(place.keys('')).toEqual(['a'])
      place.remove('a')
      expect(place.read('a')).toBeNull()
    }
  })
})
