import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readPreferences, savePreferences } from './preferences.ts'

const stored = new Map<string, string>()
const storage = {
  getItem: (name: string) => stored.get(name) ?? null,
  setItem: (name: string, text: string) => void stored.set(name, text),
}

beforeEach(() => vi.stubGlobal('window', { localStorage: storage }))
afterEach(() => {
  stored.clear()
  vi.unstubAllGlobals()
})

const defaults = { rate: 1, captions: null, playsNext: false, keysEverywhere: true }

test('each setting is saved beside the others', () => {
  expect(readPreferences()).toEqual(defaults)
  savePreferences({ rate: 1.5 })
  savePreferences({ captions: 'de' })
  savePreferences({ playsNext: true })
  expect(readPreferences()).toEqual({ ...defaults, rate: 1.5, captions: 'de', playsNext: true })
})

test('invalid stored settings are ignored', () => {
  for (const text of [
    '',
    '[]',
    'null',
    '{',
    '{"rate":"fast","captions":4,"playsNext":1}',
    '{"rate":99}',
  ]) {
    stored.set('framewise watching', text)
    expect(readPreferences(), text).toEqual(defaults)
  }
})

test('a browser without storage has the defaults', () => {
  vi.stubGlobal('window', {
    get localStorage() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  savePreferences({ rate: 2 })
  expect(readPreferences()).toEqual(defaults)
})
