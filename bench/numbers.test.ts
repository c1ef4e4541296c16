import { expect, it } from 'vitest'
import { format, median, percentile, withSpread } from './numbers.ts'

it('finds the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

it('finds the value most do not exceed', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(percentile(values, 0.95)).toBe(95)
  expect(percentile([7], 0.95)).toBe(7)
})

it('writes the digits that count', () => {
  expect([12_345.6, 123.4, 12.34, 1.234, 0.01234].map(format)).toEqual([
    '12,346',
    '123',
    '12.3',
    '1.23',
    '0.0123',
  ])
  expect(withSpread([2, 1, 3])).toBe('2 (1 to 3)')
})
