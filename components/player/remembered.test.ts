import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { recall, remember } from './remembered.ts'

const kept = new Map<string, string>()
const storage = {
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, text: string) => void kept.set(name, text),
}

beforeEach(() => vi.stubGlobal('window', { localStorage: storage }))
afterEach(() => {
  kept.clear()
  vi.unstubAllGlobals()
})

const usual = { rate: 1, captions: null, playsNext: false, keysEverywhere: true }

test('each wish is kept beside the others', () => {
  expect(recall()).toEqual(usual)
  remember({ rate: 1.5 })
  remember({ captions: 'de' })
  remember({ playsNext: true })
  expect(recall()).toEqual({ ...usual, rate: 1.5, captions: 'de', playsNext: true })
})

test('what somebody else wrote there does no harm', () => {
  for (const text of [
    '',
    '[]',
    'null',
    '{',
    '{"rate":"fast","captions":4,"playsNext":1}',
    '{"rate":99}',
  ]) {
    kept.set('framewise watching', text)
    expect(recall(), text).toEqual(usual)
  }
})

test('a browser that keeps nothing watches as usual', () => {
  vi.stubGlobal('window', {
    get localStorage() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  remember({ rate: 2 })
  expect(recall()).toEqual(usual)
})
