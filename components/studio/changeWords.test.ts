import { expect, test } from 'vitest'
import { changeWords } from './changeWords.ts'

test('a sum is told by how it differs from the days before', () => {
  expect(changeWords(90, 120, 7)).toBe('25\u2009% less than in the 7 days before')
  expect(changeWords(120, 100, 28)).toBe('20\u2009% more than in the 28 days before')
  expect(changeWords(1001, 1000, 7)).toBe('as much as in the 7 days before')
  expect(changeWords(5, 0, 7)).toBe('nothing in the 7 days before')
  expect(changeWords(0, 0, 7)).toBe('')
})
