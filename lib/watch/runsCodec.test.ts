import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runsOf } from './runs.ts'
import { decodeRuns, encodeRuns } from './runsCodec.ts'

it('gives back the runs it was given', () => {
  const stretch = fc
    .tuple(fc.nat(3_000_000), fc.integer({ min: 1, max: 50_000 }))
    .map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 40 }), (played) => {
      const runs = runsOf(played)
      expect(decodeRuns(encodeRuns(runs))).toEqual(runs)
    }),
  )
})

it('reads a missing blob as nothing played', () => {
  expect(decodeRuns(null)).toEqual([])
})

it('keeps an hour watched straight in under ten bytes', () => {
  expect(encodeRuns([[0, 108_000, 1]]).length).toBeLessThan(10)
})
