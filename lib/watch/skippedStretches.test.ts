import { expect, test } from 'vitest'
import { skippedStretches } from './skippedStretches.ts'

test('what lies before something that was seen was skipped, the longest first', () => {
  expect(
    skippedStretches([
      [10, 20, 1],
      [20, 30, 2],
      [90, 100, 1],
    ]),
  ).toEqual([
    { from: 30, to: 90 },
    { from: 0, to: 10 },
  ])
})

test('what comes after the last was left, and who saw nothing skipped nothing', () => {
  expect(skippedStretches([[0, 10, 1]])).toEqual([])
  expect(skippedStretches([])).toEqual([])
})
