import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { padResponseTime } from './padResponseTime.ts'

vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
}))
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** ms until work that takes so long is answered. */
async function timeOf(ms: number, fails = false): Promise<number> {
  const begun = performance.now()
  const answered = padResponseTime(250, async () => {
    await wait(ms)
    if (fails) throw new Error('broken')
  }).catch(() => {})
  await vi.runAllTimersAsync()
  await answered
  return performance.now() - begun
}

test.each([
  [1, 250],
  [90, 250],
  [249, 250],
  [251, 500],
])('work of %i ms is answered after %i', async (ms, answered) => {
  expect(await timeOf(ms)).toBeCloseTo(answered, -1)
})

test('so is work that fails', async () => {
  expect(await timeOf(90, true)).toBeCloseTo(250, -1)
})
