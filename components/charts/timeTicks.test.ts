import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeTicks } from './timeTicks.ts'

test('two minutes are labelled every 15 seconds', () => {
  expect(timeTicks(120, 9)).toEqual([0, 15, 30, 45, 60, 75, 90, 105, 120])
})

test('a step too close to the end is left out', () => {
  expect(timeTicks(62, 9)).toEqual([0, 10, 20, 30, 40, 50, 62])
})

test('they begin at 0, end at the end, rise, and are never too many', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.04, max: 40_000, noNaN: true }),
      fc.integer({ min: 3, max: 12 }),
      (length, most) => {
        const ticks = timeTicks(length, most)
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBe(length)
        expect(ticks.length).toBeLessThanOrEqual(most + 1)
        expect([...ticks].sort((a, b) => a - b)).toEqual(ticks)
      },
    ),
  )
})
