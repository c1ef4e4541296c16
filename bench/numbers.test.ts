import { expect, it } from 'vitest'
import { format, median, percentile, withSpread } from './numbers.ts'

it('computes the median of odd and even counts', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

it('computes a percentile', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(percentile(values, 0.95)).toBe(95)
  expect(percentile([7], 0.95)).toBe(7)
})

it('formats three significant digits, and a median with its spread', () => {
  expect([12_345.6, 123.4, 12.34, 1.234, 0.01234].map(format)).toEqual([
    '12,346',
    '123',
    '12.3',
    '1.23',
    '0.0123',
  ])
  expect(withSpread([2, 1, 3])).toBe('2 (1 to 3)')
})
