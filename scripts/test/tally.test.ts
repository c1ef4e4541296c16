import { expect, it } from 'vitest'
import { sum, tallyOf, tallyOfExit } from './tally.ts'

it('uses the counts of the report', () => {
  expect(tallyOf({ passed: 3, failed: 1 }, 1)).toEqual({ passed: 3, failed: 1 })
})

it('counts one failure for a run that failed without a failed test, or without a report', () => {
  expect(tallyOf({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 })
  expect(tallyOf(undefined, 1)).toEqual({ passed: 0, failed: 1 })
})

it('adds up the counts of several runs', () => {
  expect(sum([tallyOfExit(0), tallyOfExit(2), { passed: 5, failed: 2 }])).toEqual({
    passed: 6,
    failed: 3,
  })
})
