import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tableRows } from './tableRows.ts'

test('two minutes are a row a second', () => {
  const rows = tableRows(new Array<number>(3_600).fill(4), null, 30)
  expect(rows).toHaveLength(120)
  expect(rows[1]).toEqual({ from: 30, to: 60, plays: { least: 4, most: 4 }, viewers: null })
})

test('rows follow each other, cover the film, hold their frames, and are not too many', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(50), { maxLength: 3_000, size: 'max' }),
      fc.constantFrom(24_000 / 1_001, 25, 30_000 / 1_001, 60, 0.5),
      (plays, rate) => {
        const rows = tableRows(plays, plays, rate, 40)
        expect(rows.length).toBeLessThanOrEqual(rate < 1 ? plays.length : 41)
        expect(rows.flatMap((row) => plays.slice(row.from, row.to))).toEqual(plays)
        for (const row of rows) {
          const covered = plays.slice(row.from, row.to)
          expect(row.plays).toEqual({ least: Math.min(...covered), most: Math.max(...covered) })
          expect(row.viewers).toEqual(row.plays)
        }
      },
    ),
  )
})
