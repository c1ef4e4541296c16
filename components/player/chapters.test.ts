import { expect, test } from 'vitest'
import { cueText } from './Chapters.tsx'

test('the title of a chapter is escaped in its cue', () => {
  expect(cueText('R&D: <img onerror="x">')).toBe('R&amp;D: &lt;img onerror="x">')
})
