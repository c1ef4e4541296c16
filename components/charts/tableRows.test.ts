import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tableRows } from './tableRows.ts'

test('two minutes are a row a second', () => {
  const rows = tableRows([new Array<number>(3_600).fill(4)], { from: 0, to: 3_600 }, 30)
  expect(rows).toHaveLength(120)
  expect(rows[1]).toEqual({ from: 30, to: 60, bounds: [{ min: 4, max: 4 }] })
})

test('zoomed in, a row is a frame', () => {
  const rows = tableRows([[5, 6, 7, 8, 9]], { from: 1, to: 4 }, 30)
  expect(rows.map(({ from, bounds }) => [from, bounds[0]?.max])).toEqual([
    [1, 6],
    [2, 7],
    [3, 8],
  ])
})

test('rows follow each other, cover the view, hold their frames, and are not too many', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(50), { maxLength: 3_000, size: 'max' }),
      fc.nat(200),
      fc.constantFrom(24_000 / 1_001, 25, 30_000 / 1_001, 60, 0.5),
      (plays, skipped, rate) => {
        const view = { from: Math.min(skipped, plays.length), to: plays.length }
        const rows = tableRows([plays, plays], view, rate, 40)
        expect(rows.length).toBeLessThanOrEqual(rate < 1 ? plays.length : 42)
        expect(rows.flatMap((row) => plays.slice(row.from, row.to))).toEqual(plays.slice(view.from))
        for (const row of rows) {
          const covered = plays.slice(row.from, row.to)
          const bounds = { min: Math.min(...covered), max: Math.max(...covered) }
          expect(row.bounds).toEqual([bounds, bounds])
        }
      },
    ),
  )
})
