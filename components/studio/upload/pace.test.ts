import { expect, it } from 'vitest'
import { type Sample, speedOf, timeLeft, withSample } from './pace.ts'

const seconds = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, at) => ({ at: at * 1000, bytes: at * bytes }))

it('measures the last ten seconds', () => {
  const slow = seconds(20, 100).reduce<Sample[]>(withSample, [])
  expect(slow).toHaveLength(11)
  expect(speedOf(slow)).toBe(100)
  const stalled = withSample(slow, { at: 29_000, bytes: 1900 })
  expect(speedOf(stalled)).toBe(0)
  expect(timeLeft(slow, 2900)).toBe(10)
})

it('says nothing before it knows', () => {
  expect(speedOf([])).toBeNull()
  expect(speedOf([{ at: 0, bytes: 0 }])).toBeNull()
  expect(
    timeLeft(
      [
        { at: 0, bytes: 0 },
        { at: 100, bytes: 9999 },
      ],
      1e6,
    ),
  ).toBeNull()
})

it('begins anew when the server has less than was sent', () => {
  expect(withSample(seconds(5, 100), { at: 5000, bytes: 50 })).toHaveLength(1)
})
