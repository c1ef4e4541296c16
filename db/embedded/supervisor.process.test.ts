import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { acquireDatabase } from './acquireDatabase.ts'
import { answersCql } from './cqlPing.ts'

it('gives all who hold it one database, and ends it with the last', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'framewise-keeper-'))
  const [first, second] = [1, 2].map(() => acquireDatabase(dataDir, () => {}, { temporary: true }))
  if (!first || !second) throw new Error('two were asked for')
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
