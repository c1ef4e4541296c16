import { expect, test } from 'vitest'
import { durationParts, formatCount, formatPercent, pluralize } from './numbers.ts'

test('thousands are separated', () => expect(formatCount(1_204)).toBe('1,204'))

test.each([
  [0, '0\u2009%'],
  [0.001, '<1\u2009%'],
  [0.634, '63\u2009%'],
  [0.999, '99\u2009%'],
  [1, '100\u2009%'],
])('%d is %s', (share, text) => expect(formatPercent(share)).toBe(text))

test('one is singular', () => {
  expect(pluralize(1, 'play')).toBe('1 play')
  expect(pluralize(0, 'play')).toBe('0 plays')
  expect(pluralize(2, 'person', 'people')).toBe('2 people')
})

test.each([
  [42, '42', 's'],
  [1_020, '17', 'min'],
  [113_760, '31.6', 'h'],
  [720_000, '200', 'h'],
])('%d s is %s %s', (seconds, value, unit) =>
  expect(durationParts(seconds)).toEqual({ value, unit }),
)
