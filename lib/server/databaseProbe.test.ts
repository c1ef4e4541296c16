import { expect, it } from 'vitest'
import { createDatabaseProbe } from './databaseProbe.ts'

it('shares one check among concurrent calls, and caches only a negative result', async () => {
  let time = 0
  let checks = 0
  const answers = [true, false]
  const probe = createDatabaseProbe(
    async () => answers[checks++] ?? true,
    () => time,
  )
  expect(await Promise.all([probe(), probe()])).toEqual([true, true])
  expect(checks).toBe(1)
  expect(await probe()).toBe(false)
  time = 249
  expect(await probe()).toBe(false)
  time = 250
  expect(await probe()).toBe(true)
})
