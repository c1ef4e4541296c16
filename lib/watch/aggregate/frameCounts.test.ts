import { expect, test } from 'vitest'
import { countsOfRuns, indexOfMax } from './frameCounts.ts'

test('each frame of a run has its count, the others none', () => {
  const runs: [number, number, number][] = [
    [1, 3, 2],
    [4, 9, 1],
  ]
  expect([...countsOfRuns(runs, 6)]).toEqual([0, 2, 2, 0, 1, 1])
})

test('without runs every count is 0', () => expect([...countsOfRuns([], 3)]).toEqual([0, 0, 0]))

test('the peak is the first of the highest', () => {
  expect(indexOfMax([1, 5, 2, 5])).toBe(1)
  expect(indexOfMax([])).toBe(0)
  expect(indexOfMax([9, 5, 2, 5], 2)).toBe(3)
  expect(indexOfMax([9, 5, 2, 5], 1, 3)).toBe(1)
})
