import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeRunLengths, encodeRunLengths } from './runLengths.ts'

test('what is encoded is decoded the same', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { maxLength: 500, size: 'max' }), (counts) => {
      expect([...decodeRunLengths(encodeRunLengths(Float64Array.from(counts)))]).toEqual(counts)
    }),
  )
})

test('a level stretch is two numbers', () => {
  expect(encodeRunLengths(new Float64Array(3_600).fill(7))).toEqual([7, 3_600])
})
