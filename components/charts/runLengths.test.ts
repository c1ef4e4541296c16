import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromRunLengths, toRunLengths } from './runLengths.ts'

test('comes back as it went', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { maxLength: 500, size: 'max' }), (series) => {
      expect([...fromRunLengths(toRunLengths(series))]).toEqual(series)
    }),
  )
})

test('a level stretch is two numbers', () => {
  expect(toRunLengths(new Array<number>(3_600).fill(7))).toEqual([7, 3_600])
})
