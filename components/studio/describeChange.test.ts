import { expect, test } from 'vitest'
import { describeChange } from './describeChange.ts'

test('a total is compared with that of the period before', () => {
  expect(describeChange(90, 120, 7)).toBe('25\u2009% less than the previous 7 days')
  expect(describeChange(120, 100, 28)).toBe('20\u2009% more than the previous 28 days')
  expect(describeChange(1001, 1000, 7)).toBe('about the same as the previous 7 days')
  expect(describeChange(5, 0, 7)).toBe('none in the previous 7 days')
  expect(describeChange(0, 0, 7)).toBe('')
})
