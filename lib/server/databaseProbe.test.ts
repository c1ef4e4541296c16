import { expect, it } from 'vitest'
import { createDatabaseProbe } from './databaseProbe.ts'

it('shares one look among all who ask at once, and does not trust it for long', async () => {
  let time = 0
  let looks = 0
  const answers = [true, false]
  const probe = createDatabaseProbe(
    async () => answers[looks++] ?? true,
    () => time,
  )
  expect(await Promise.all([probe(), probe()])).toEqual([true, true])
  expect(looks).toBe(1)
  expect(await probe()).toBe(false)
  time = 249
  expect(await probe()).toBe(false)
  time = 250
  expect(await probe()).toBe(true)
})
