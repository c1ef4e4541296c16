import fc from 'fast-check'
import { expect, it } from 'vitest'
import { binByMaximum } from '#lib/watch/aggregate/bins.ts'

it('keeps the greatest count of every bin, so no single frame is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 1, max: 300 }),
      (counts, points) => {
        const bins = binByMaximum(counts, points)
        expect(bins).toHaveLength(Math.min(points, counts.length))
        expect(Math.max(...bins)).toBe(Math.max(...counts))
        if (points >= counts.length) expect(bins).toEqual(counts)
      },
    ),
  )
  expect(binByMaximum([1, 9, 2, 3, 4, 8], 3)).toEqual([9, 3, 8])
})
