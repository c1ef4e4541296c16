import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readVideoCounts, type VideoCounts } from '#lib/watch/analytics/retention.ts'
import { readMostReplayed } from './readMostReplayed.ts'

vi.mock('#lib/watch/analytics/retention.ts', () => ({ readVideoCounts: vi.fn() }))
const read = vi.mocked(readVideoCounts)

let now = 1_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  // The clock of the cache, which fake timers do not replace.
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => {
  vi.runOnlyPendingTimers()
  vi.useRealTimers()
  vi.restoreAllMocks()
  read.mockReset()
})

function pass(ms: number) {
  now += ms
  vi.advanceTimersByTime(ms)
}

const video = () => ({ id: randomUUID(), frames: 4, fps: { num: 30, den: 1 } })

function countsWith(uniqueViewers: number, busiest: number): VideoCounts {
  const viewers = new Float64Array(4).fill(uniqueViewers)
  const plays = Float64Array.from(viewers, (count, frame) =>
    frame === busiest ? 2 * count : count,
  )
  const totals = { views: 0, watchedFrames: 0, completions: 0, asOf: '' }
  return { ...totals, uniqueViewers, plays, viewers }
}

test('the counts are read once a minute, however many ask', async () => {
  const one = video()
  read.mockResolvedValue(countsWith(10, 2))
  const found = await Promise.all([readMostReplayed(one), readMostReplayed(one)])
  expect(found.map((each) => each?.peak)).toEqual([2, 2])
  pass(59_000)
  await readMostReplayed(one)
  expect(read).toHaveBeenCalledTimes(1)
  pass(2_000)
  await readMostReplayed(one)
  expect(read).toHaveBeenCalledTimes(2)
})

test('a failed read shows nothing, and what was published before it still holds after it', async () => {
  const one = video()
  read.mockResolvedValueOnce(countsWith(10, 2))
  await readMostReplayed(one)
  pass(61_000)
  read.mockRejectedValueOnce(new Error('away'))
  expect(await readMostReplayed(one)).toBeNull()
  read.mockResolvedValueOnce(countsWith(12, 3))
  expect((await readMostReplayed(one))?.peak).toBe(2)
  pass(61_000)
  read.mockResolvedValueOnce(countsWith(15, 3))
  expect((await readMostReplayed(one))?.peak).toBe(3)
})

test('a slow read does not hold up the page, and is there for the next one', async () => {
  const one = video()
  read.mockImplementationOnce(
    () => new Promise((resolve) => setTimeout(resolve, 1_000, countsWith(10, 1))),
  )
  const first = readMostReplayed(one)
  await vi.advanceTimersByTimeAsync(300)
  expect(await first).toBeNull()
  await vi.advanceTimersByTimeAsync(700)
  expect((await readMostReplayed(one))?.peak).toBe(1)
  expect(read).toHaveBeenCalledTimes(1)
})
