import { expect, test } from 'vitest'
import { findMostReplayed, MIN_VIEWERS, nextPublished } from './mostReplayed.ts'

const FRAMES = 1000
const NONE = new Float64Array()
const each = (count: (frame: number) => number) =>
  Float64Array.from({ length: FRAMES }, (_, frame) => count(frame))
const few = each(() => MIN_VIEWERS - 1)
const many = each(() => 50)

test('a video few have watched has no curve, however often they did', () => {
  expect(
    findMostReplayed({ plays: each((frame) => (frame < 10 ? 400 : 4)), viewers: few }),
  ).toBeNull()
})

test('the part few have watched counts as unseen', () => {
  const viewers = each((frame) => (frame < 500 ? 50 : MIN_VIEWERS - 1))
  const found = findMostReplayed({ plays: each((frame) => (frame < 500 ? 50 : 900)), viewers })
  expect(found?.bins).toHaveLength(200)
  expect(found?.bins.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => 1))
  expect(found?.bins.slice(100)).toEqual(Array.from({ length: 100 }, () => 0))
  expect(found?.peak).toBeNull()
})

test('a bin has the plays of its busiest frame, and the peak is the frame replayed most', () => {
  const plays = each((frame) => (frame === 612 ? 200 : frame < 300 ? 100 : 50))
  const viewers = each((frame) => (frame < 300 ? 100 : 50))
  const found = findMostReplayed({ plays, viewers })
  expect(found?.bins[122]).toBe(1)
  expect(found?.bins[121]).toBe(0.25)
  expect(found?.bins[0]).toBe(0.5)
  expect(found?.peak).toBe(612)
})

test('a video that is watched evenly has no curve, and one replayed a little no peak', () => {
  expect(findMostReplayed({ plays: many, viewers: many })).toBeNull()
  expect(
    findMostReplayed({ plays: each((frame) => (frame === 9 ? 54 : 50)), viewers: many })?.peak,
  ).toBeNull()
  expect(findMostReplayed({ plays: NONE, viewers: NONE })).toBeNull()
})

test('one person more, or one who watches on, changes nothing that is published', () => {
  const counts = (uniqueViewers: number, busiest: number) => ({
    plays: each((frame) => (frame < 300 ? busiest : 50)),
    viewers: many,
    uniqueViewers,
  })
  const first = nextPublished(null, counts(50, 60))
  expect(first).toEqual({ mostReplayed: findMostReplayed(counts(50, 60)), audience: 50 })
  expect(nextPublished(first, counts(50, 90))).toBe(first)
  expect(nextPublished(first, counts(50 + MIN_VIEWERS - 1, 90))).toBe(first)
  const later = counts(50 + MIN_VIEWERS, 90)
  expect(nextPublished(first, later)).toEqual({
    mostReplayed: findMostReplayed(later),
    audience: 50 + MIN_VIEWERS,
  })
  const nothing = nextPublished(null, { plays: NONE, viewers: NONE, uniqueViewers: 4 })
  expect(
    nextPublished(nothing, counts(8, 60)),
    'the audience has grown by less than MIN_VIEWERS',
  ).toBe(nothing)
})
