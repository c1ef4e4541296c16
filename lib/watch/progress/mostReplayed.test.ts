import { expect, test } from 'vitest'
import { LEAST_VIEWERS, mostReplayedOf, tellNext } from './mostReplayed.ts'

const FRAMES = 1000
const each = (count: (frame: number) => number) =>
  Array.from({ length: FRAMES }, (_, i) => count(i))
const few = each(() => LEAST_VIEWERS - 1)
const many = each(() => 50)

test('what few have watched says nothing, however often they did', () => {
  expect(
    mostReplayedOf({ plays: each((frame) => (frame < 10 ? 400 : 4)), viewers: few }),
  ).toBeNull()
})

test('the part few have watched counts as unseen', () => {
  const viewers = each((frame) => (frame < 500 ? 50 : LEAST_VIEWERS - 1))
  const heat = mostReplayedOf({ plays: each((frame) => (frame < 500 ? 50 : 900)), viewers })
  expect(heat?.bins).toHaveLength(200)
  expect(heat?.bins.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => 1))
  expect(heat?.bins.slice(100)).toEqual(Array.from({ length: 100 }, () => 0))
  expect(heat?.peak).toBeNull()
})

test('bins hold their busiest frame, and the one replayed most is named', () => {
  const plays = each((frame) => (frame === 612 ? 200 : frame < 300 ? 100 : 50))
  const viewers = each((frame) => (frame < 300 ? 100 : 50))
  const heat = mostReplayedOf({ plays, viewers })
  expect(heat?.bins[122]).toBe(1)
  expect(heat?.bins[121]).toBe(0.25)
  expect(heat?.bins[0]).toBe(0.5)
  expect(heat?.peak).toBe(612)
})

test('a video that is watched evenly has no line, and one replayed a little no moment', () => {
  expect(mostReplayedOf({ plays: many, viewers: many })).toBeNull()
  expect(
    mostReplayedOf({ plays: each((frame) => (frame === 9 ? 54 : 50)), viewers: many })?.peak,
  ).toBeNull()
  expect(mostReplayedOf({ plays: [], viewers: [] })).toBeNull()
})

test('one person more, or one who watches on, changes nothing that is told', () => {
  const counts = (uniqueViewers: number, busiest: number) => ({
    plays: each((frame) => (frame < 300 ? busiest : 50)),
    viewers: many,
    uniqueViewers,
  })
  const first = tellNext(null, counts(50, 60))
  expect(first).toEqual({ heat: mostReplayedOf(counts(50, 60)), audience: 50 })
  expect(tellNext(first, counts(50, 90))).toBe(first)
  expect(tellNext(first, counts(50 + LEAST_VIEWERS - 1, 90))).toBe(first)
  const later = counts(50 + LEAST_VIEWERS, 90)
  expect(tellNext(first, later)).toEqual({
    heat: mostReplayedOf(later),
    audience: 50 + LEAST_VIEWERS,
  })
  const nothing = tellNext(null, { plays: [], viewers: [], uniqueViewers: 4 })
  expect(tellNext(nothing, counts(8, 60)), 'nor does what becomes enough').toBe(nothing)
})
