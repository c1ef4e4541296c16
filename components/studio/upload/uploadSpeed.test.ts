import { expect, it } from 'vitest'
import { addSample, bytesPerSecond, type ProgressSample, secondsLeft } from './uploadSpeed.ts'

const seconds = (count: number, bytes: number) =>
  Array.from({ length: count }, (_, at) => ({ at: at * 1000, bytes: at * bytes }))

it('measures the last ten seconds', () => {
  const slow = seconds(20, 100).reduce<ProgressSample[]>(addSample, [])
  expect(slow).toHaveLength(11)
  expect(bytesPerSecond(slow)).toBe(100)
  const stalled = addSample(slow, { at: 29_000, bytes: 1900 })
  expect(bytesPerSecond(stalled)).toBe(0)
  expect(secondsLeft(slow, 2900)).toBe(10)
})

it('returns null before there are enough samples', () => {
  expect(bytesPerSecond([])).toBeNull()
  expect(bytesPerSecond([{ at: 0, bytes: 0 }])).toBeNull()
  expect(
    secondsLeft(
      [
        { at: 0, bytes: 0 },
        { at: 100, bytes: 9999 },
      ],
      1e6,
    ),
  ).toBeNull()
})

it('starts over when the server has less than was sent', () => {
  expect(addSample(seconds(5, 100), { at: 5000, bytes: 50 })).toHaveLength(1)
})
