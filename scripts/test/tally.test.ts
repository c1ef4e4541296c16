import { expect, it } from 'vitest'
import { asOne, sum, tallyOf } from './tally.ts'

it('counts what the report counts', () => {
  expect(tallyOf({ passed: 3, failed: 1 }, 1)).toEqual({ passed: 3, failed: 1 })
})

it('counts one failure for a run that failed without a failed test, or without a report', () => {
  expect(tallyOf({ passed: 3, failed: 0 }, 1)).toEqual({ passed: 3, failed: 1 })
  expect(tallyOf(undefined, 1)).toEqual({ passed: 0, failed: 1 })
})

it('adds up', () => {
  expect(sum([asOne(0), asOne(2), { passed: 5, failed: 2 }])).toEqual({ passed: 6, failed: 3 })
})
