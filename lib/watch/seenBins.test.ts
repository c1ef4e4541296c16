import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runsOf } from './runs.ts'
import { seenBins } from './seenBins.ts'

test('shares of each bin', () => {
  expect(seenBins([], 1000)).toEqual([])
  const bins = seenBins(
    [
      [0, 5, 1],
      [7, 8, 3],
      [990, 1000, 1],
    ],
    1000,
  )
  expect(bins).toHaveLength(200)
  expect(bins.slice(0, 3)).toEqual([1, 0.2, 0])
  expect(bins.slice(-3)).toEqual([0, 1, 1])
  expect(seenBins([[1, 2, 9]], 3)).toEqual([0, 1, 0])
})

test('what was seen of the film is what was seen of its bins', () => {
  const stretch = fc.tuple(fc.nat(999), fc.nat(999)).map(([a, b]) => ({
    start: Math.min(a, b),
    end: Math.max(a, b) + 1,
  }))
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1 }), (stretches) => {
      const seen = new Set<number>()
      for (const { start, end } of stretches) for (let i = start; i < end; i++) seen.add(i)
      const bins = seenBins(runsOf(stretches), 1000)
      expect(bins.reduce((sum, share) => sum + share * 5, 0)).toBeCloseTo(seen.size)
    }),
  )
})
