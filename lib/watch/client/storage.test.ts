import { describe, expect, it } from 'vitest'
import { makeOutboxStorage } from './storage.ts'

/** A browser's storage with room for `maxChars`. */
function storageOf(maxChars: number) {
  const texts = new Map<string, string>()
  return {
    get length() {
      return texts.size
    },
    key: (index: number) => [...texts.keys()][index] ?? null,
    getItem: (key: string) => texts.get(key) ?? null,
    removeItem: (key: string) => void texts.delete(key),
    setItem(key: string, text: string) {
      const used = [...texts].reduce((sum, [name, stored]) => sum + name.length + stored.length, 0)
      const before = texts.has(key) ? key.length + (texts.get(key)?.length ?? 0) : 0
      if (used - before + key.length + text.length > maxChars) throw new Error('QuotaExceededError')
      texts.set(key, text)
    },
    texts,
  }
}

describe('the storage of outboxes', () => {
  it('keeps texts in the storage', () => {
    const storage = storageOf(1000)
    const outboxStorage = makeOutboxStorage(storage, () => {})
    outboxStorage.write('a/1', 'one')
    outboxStorage.write('b/1', 'two')
    expect(storage.texts.get('a/1')).toBe('one')
    expect(outboxStorage.read('a/1')).toBe('one')
    expect(outboxStorage.keys('a/')).toEqual(['a/1'])
    outboxStorage.remove('a/1')
    expect(outboxStorage.read('a/1')).toBeNull()
  })

  it('falls back to memory when the storage is full, warns once, and returns to it', () => {
    const warnings: string[] = []
    const storage = storageOf(40)
    const outboxStorage = makeOutboxStorage(storage, (message) => warnings.push(message))
    outboxStorage.write('a', 'x'.repeat(30))
    outboxStorage.write('b', 'y'.repeat(30))
    outboxStorage.write('c', 'z'.repeat(30))
    expect(outboxStorage.read('b')).toBe('y'.repeat(30))
    expect(outboxStorage.keys('').sort()).toEqual(['a', 'b', 'c'])
    expect(warnings).toHaveLength(1)
    outboxStorage.remove('a')
    outboxStorage.write('b', 'y'.repeat(31))
    expect(storage.texts.get('b')).toBe('y'.repeat(31))
  })

  it('never returns an older text than the last', () => {
    const storage = storageOf(40)
    const outboxStorage = makeOutboxStorage(storage, () => {})
    outboxStorage.write('a', 'short')
    outboxStorage.write('a', 'long'.repeat(20))
    expect(outboxStorage.read('a')).toBe('long'.repeat(20))
    expect(storage.texts.has('a')).toBe(false)
  })

  it('works with a storage that throws at everything, and with none', () => {
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
      const outboxStorage = makeOutboxStorage(storage, () => {})
      outboxStorage.write('a', 'one')
      expect(outboxStorage.read('a')).toBe('one')
      expect(outboxStorage.keys('')).toEqual(['a'])
      outboxStorage.remove('a')
      expect(outboxStorage.read('a')).toBeNull()
    }
  })
})
