import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countScale, heatmapPieces } from './plot.ts'

test.each([
  [0, 1, [0, 1]],
  [1, 1, [0, 1]],
  [3, 3, [0, 1, 2, 3]],
  [541, 600, [0, 200, 400, 600]],
])('up to %d goes to %d', (most, top, values) => {
  const scale = countScale(most)
  expect(scale.top).toBe(top)
  expect(scale.ticks.map((tick) => tick.value)).toEqual(values)
})

test('nothing is drawn above the top', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), (most) => {
      const { top, ticks } = countScale(most)
      expect(top).toBeGreaterThanOrEqual(most)
      expect(ticks.every(({ share }) => share >= 0 && share <= 1)).toBe(true)
    }),
  )
})

test('frames without plays are empty; frames with one play are not', () => {
  const pieces = heatmapPieces({ edges: [0, 5, 10, 15], values: [0, 1, 1_000] }, 20)
  expect(pieces.map((piece) => piece.level)).toEqual([0, 1, 20])
})

test('equals side by side are one piece', () => {
  expect(heatmapPieces({ edges: [0, 5, 10, 15], values: [2, 2, 1] }, 2)).toEqual([
    { from: 0, to: 10, level: 2 },
    { from: 10, to: 15, level: 1 },
  ])
})
