import { expect, it } from 'vitest'
import { seededRandom } from '#lib/random.ts'
import { generateVisit } from './generateVisit.ts'

const FRAMES = 3600
const visits = Array.from({ length: 400 }, (_, seed) =>
  generateVisit(FRAMES, seed % 4 === 0 ? seed * 8 : 0, seededRandom(seed)),
)

it('plays only frames of the video, forwards', () => {
  for (const { stretches } of visits)
    for (const [start, end] of stretches) {
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(FRAMES)
    }
})

it('is the same visit for the same seed', () => {
  expect(generateVisit(FRAMES, 0, seededRandom(7))).toEqual(
    generateVisit(FRAMES, 0, seededRandom(7)),
  )
})

it('has visits that finish and that leave early, that replay a part and that play a single frame', () => {
  const finished = visits.filter((visit) => visit.ended).length
  expect(finished).toBeGreaterThan(100)
  expect(finished).toBeLessThan(350)
  expect(visits.some(({ stretches }) => stretches.some(([a, b]) => b - a === 1))).toBe(true)
  expect(visits.some(({ stretches: [one, two] }) => one && two && two[0] < one[1])).toBe(true)
})
