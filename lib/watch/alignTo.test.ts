import { expect, test } from 'vitest'
import { alignTo } from './alignTo.ts'

const at = (num: number) => ({ num, den: 1 })

test('films of one rate lie frame on frame, whatever their lengths', () => {
  const film = { frames: 4, fps: { num: 30_000, den: 1001 } }
  expect(alignTo(film, { fps: film.fps, counts: [3, 1] })).toEqual([3, 1, 0, 0])
  expect(alignTo(film, { fps: film.fps, counts: [1, 2, 3, 4, 5] })).toEqual([1, 2, 3, 4])
})

test('of another rate, a single frame that stands out stands out still', () => {
  expect(alignTo({ frames: 3, fps: at(25) }, { fps: at(50), counts: [1, 9, 1, 1, 7, 1] })).toEqual([
    9, 1, 7,
  ])
  expect(alignTo({ frames: 4, fps: at(50) }, { fps: at(25), counts: [2, 6] })).toEqual([2, 2, 6, 6])
})
