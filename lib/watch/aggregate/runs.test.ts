import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import {
  addRuns,
  coveredFrames,
  decodeRuns,
  encodeRuns,
  newlyCovered,
  type Runs,
  runsOf,
  skippedStretches,
} from './runs.ts'

const FRAMES = 60
const stretch = fc
  .tuple(fc.nat(FRAMES), fc.nat(FRAMES))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const stretches = fc.array(stretch, { maxLength: 25 })

function countsOf(runs: Runs): number[] {
  const counts = new Array<number>(FRAMES).fill(0)
  for (const [start, end, count] of runs)
    for (let frame = start; frame < end; frame++) counts[frame] = (counts[frame] ?? 0) + count
  return counts
}

function naiveCounts(played: { start: number; end: number }[]): number[] {
  return countsOf(played.map(({ start, end }) => [start, end, 1]))
}

function expectCanonical(runs: Runs) {
  runs.forEach(([start, end, count], i) => {
    expect(end).toBeGreaterThan(start)
    expect(count).toBeGreaterThan(0)
    const before = runs[i - 1]
    if (!before) return
    expect(start).toBeGreaterThanOrEqual(before[1])
    if (start === before[1]) expect(count).not.toBe(before[2])
  })
}

it('counts every frame as an array would', () => {
  fc.assert(
    fc.property(stretches, (played) => {
      const runs = runsOf(played)
      expectCanonical(runs)
      expect(countsOf(runs)).toEqual(naiveCounts(played))
      expect(coveredFrames(runs)).toBe(naiveCounts(played).filter((count) => count > 0).length)
    }),
  )
})

it('adds like one call with all stretches', () => {
  fc.assert(
    fc.property(stretches, stretches, (first, second) => {
      const sum = addRuns(runsOf(first), runsOf(second))
      expectCanonical(sum)
      expect(sum).toEqual(runsOf([...first, ...second]))
    }),
  )
})

it('finds the frames played for the first time', () => {
  fc.assert(
    fc.property(stretches, stretches, (first, second) => {
      const before = naiveCounts(first)
      const expected = naiveCounts(second).map((count, frame) => (count && !before[frame] ? 1 : 0))
      const fresh = newlyCovered(runsOf(first), runsOf(second))
      expect(naiveCounts(fresh)).toEqual(expected)
    }),
  )
})

it('decodes the runs it encoded', () => {
  const stretch = fc
    .tuple(fc.nat(3_000_000), fc.integer({ min: 1, max: 50_000 }))
    .map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 40 }), (played) => {
      const runs = runsOf(played)
      expect(decodeRuns(encodeRuns(runs))).toEqual(runs)
    }),
  )
})

it('decodes a missing blob as no runs', () => {
  expect(decodeRuns(null)).toEqual([])
})

it('keeps an hour watched straight in under ten bytes', () => {
  expect(encodeRuns([[0, 108_000, 1]]).length).toBeLessThan(10)
})

test('gaps before a run were skipped, the longest first', () => {
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

test('frames after the last run were not skipped, and without runs nothing was', () => {
  expect(skippedStretches([[0, 10, 1]])).toEqual([])
  expect(skippedStretches([])).toEqual([])
})
