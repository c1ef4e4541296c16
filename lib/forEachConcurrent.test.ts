import { expect, it } from 'vitest'
import { forEachConcurrent } from './forEachConcurrent.ts'

it('does everything once, never more than the limit at a time', async () => {
  let running = 0
  let most = 0
  const done: number[] = []
  const items = Array.from({ length: 20 }, (_, i) => i)
  await forEachConcurrent(items, 3, async (item) => {
    most = Math.max(most, ++running)
    await new Promise(setImmediate)
    running--
    done.push(item)
  })
  expect(done.sort((a, b) => a - b)).toEqual(items)
  expect(most).toBe(3)
})

it('fails when one fails', async () => {
  const failing = forEachConcurrent([1, 2, 3], 2, async (item) => {
    if (item === 2) throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
})
