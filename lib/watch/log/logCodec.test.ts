import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodePlayed, encodePlayed } from './logCodec.ts'

const segment = fc.record({
  start: fc.nat(3_000_000),
  length: fc.integer({ min: 1, max: 100_000 }),
  rate: fc.integer({ min: 250, max: 4000 }).map((rate) => rate / 1000),
  visible: fc.boolean(),
})

it('decodes the segments it encoded', () => {
  fc.assert(
    fc.property(
      fc.nat(2 ** 31 - 1),
      fc.nat(5_000_000),
      fc.array(segment, { maxLength: 100 }),
      (lastSlot, frames, drawn) => {
        const segments = drawn.map(({ start, length, rate, visible }) => ({
          start,
          end: start + length,
          rate,
          visible,
        }))
        const played = { lastSlot, frames, segments }
        expect(decodePlayed(encodePlayed(played))).toEqual(played)
      },
    ),
  )
})

it('keeps five seconds watched straight in under 16 bytes', () => {
  const segments = [{ start: 54_000, end: 54_150, rate: 1, visible: true }]
  expect(encodePlayed({ lastSlot: 180_000_000, frames: 108_000, segments }).length).toBeLessThan(17)
})
