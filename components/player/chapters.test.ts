import { expect, test } from 'vitest'
import { cueText } from './Chapters.tsx'

test('a chapter keeps what looks like markup in its title', () => {
  expect(cueText('R&D: <img onerror="x">')).toBe('R&amp;D: &lt;img onerror="x">')
})
