import { expect, test } from 'vitest'
import { count, duration, percent, several } from './numbers.ts'

test('thousands are marked', () => expect(count(1_204)).toBe('1,204'))

test.each([
  [0, '0\u2009%'],
  [0.001, '<1\u2009%'],
  [0.634, '63\u2009%'],
  [0.999, '99\u2009%'],
  [1, '100\u2009%'],
])('%d is %s', (share, text) => expect(percent(share)).toBe(text))

test('one is one', () => {
  expect(several(1, 'play')).toBe('1 play')
  expect(several(0, 'play')).toBe('0 plays')
  expect(several(2, 'person', 'people')).toBe('2 people')
})

test.each([
  [42, '42', 's'],
  [1_020, '17', 'min'],
  [113_760, '31.6', 'h'],
  [720_000, '200', 'h'],
])('%d s is %s %s', (seconds, value, unit) => expect(duration(seconds)).toEqual({ value, unit }))
