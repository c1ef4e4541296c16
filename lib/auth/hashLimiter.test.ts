import { availableParallelism } from 'node:os'
import { expect, test, vi } from 'vitest'
import { limitHashing, MAX_WAITING_HASHES } from './hashLimiter.ts'

const slots = Math.max(1, availableParallelism() - 1)

test('one core stays free, 32 wait in order, the next is refused as busy', async () => {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  let running = 0
  let most = 0
  const order: number[] = []
  const work = (id: number) => async () => {
    running += 1
    most = Math.max(most, running)
    await opened
    order.push(id)
    running -= 1
    return id
  }
  const queued = Array.from({ length: slots + MAX_WAITING_HASHES }, (_, id) =>
    limitHashing(work(id)),
  )
  expect(await limitHashing(work(-1))).toEqual({ ok: false, reason: 'busy' })
  open()
  const results = await Promise.all(queued)
  expect(results.every((result) => result.ok)).toBe(true)
  expect(most).toBe(slots)
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

test('a failure releases its slot', async () => {
  const failing = Array.from({ length: slots + 3 }, () =>
    limitHashing(() => Promise.reject(new Error('broken'))),
  )
  const settled = await Promise.allSettled(failing)
  expect(settled.every(({ status }) => status === 'rejected')).toBe(true)
  expect(await limitHashing(async () => 'through')).toEqual({ ok: true, value: 'through' })
})

test('while others wait a slot pauses for three times its work; without a queue it does not pause', async () => {
  vi.useFakeTimers()
  const starts: number[] = []
  const work = async () => {
    starts.push(performance.now())
    await new Promise((done) => setTimeout(done, 10))
  }
  const all = Promise.all(Array.from({ length: slots * 3 }, () => limitHashing(work)))
  await vi.runAllTimersAsync()
  await all
  const tens = starts.map((at) => Math.round((at - (starts[0] ?? 0)) / 10))
  expect(tens).toEqual([0, 4, 8].flatMap((ten) => Array.from({ length: slots }, () => ten)))
  vi.useRealTimers()
  expect(await limitHashing(async () => 'through')).toEqual({ ok: true, value: 'through' })
})
