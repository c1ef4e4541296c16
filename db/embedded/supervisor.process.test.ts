import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { acquireDatabase } from './acquireDatabase.ts'
import { answersCql } from './cqlPing.ts'

it('shares one database between all clients, and stops it after the last release', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'framewise-supervisor-'))
  const [first, second] = [1, 2].map(() => acquireDatabase(dataDir, () => {}, { temporary: true }))
  if (!first || !second) throw new Error('two handles were expected')
  const contactPoint = await first.ready
  expect(await second.ready).toBe(contactPoint)
  const port = Number(contactPoint.split(':')[1])
  expect(await answersCql(port)).toBe(true)

  await first.release()
  expect(await answersCql(port)).toBe(true)
  await second.release()
  expect(await answersCql(port)).toBe(false)
  expect(existsSync(dataDir)).toBe(false)
})
