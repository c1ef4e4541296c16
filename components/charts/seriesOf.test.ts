import { expect, test } from 'vitest'
import { seriesOf } from './seriesOf.ts'

test('each frame has its count, the others none', () => {
  const runs: [number, number, number][] = [
    [1, 3, 2],
    [4, 9, 1],
  ]
  expect([...seriesOf(runs, 6)]).toEqual([0, 2, 2, 0, 1, 1])
})

test('nothing seen is nothing', () => expect([...seriesOf([], 3)]).toEqual([0, 0, 0]))
