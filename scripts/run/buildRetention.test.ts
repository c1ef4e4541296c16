import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writePidFile } from '#db/embedded/pidFile.ts'
import { deleteOldBuilds, markBuildInUse } from './buildRetention.ts'

let builds: string
beforeEach(() => {
  builds = mkdtempSync(join(tmpdir(), 'builds-'))
  for (const [age, name] of ['newest', 'newer', 'new', 'old', 'older'].entries()) {
    mkdirSync(join(builds, name, 'users'), { recursive: true })
    utimesSync(join(builds, name), 1000 - age, 1000 - age)
  }
})
afterEach(() => rmSync(builds, { recursive: true }))

const remaining = () =>
  ['newest', 'newer', 'new', 'old', 'older'].filter((name) => existsSync(join(builds, name)))

it('keeps the three most recently used', () => {
  deleteOldBuilds(builds)
  expect(remaining()).toEqual(['newest', 'newer', 'new'])
})

it('keeps one that a server runs from, however old, and one that is being built', () => {
  markBuildInUse(join(builds, 'older'))
  utimesSync(join(builds, 'older'), 1, 1)
  writeFileSync(join(builds, 'old.lock'), '')
  deleteOldBuilds(builds)
  expect(remaining()).toEqual(['newest', 'newer', 'new', 'old', 'older'])
})

it('deletes one whose server was killed', () => {
  writePidFile(join(builds, 'old', 'users', '7'), { pid: process.pid, startedAt: 'another time' })
  deleteOldBuilds(builds)
  expect(remaining()).toEqual(['newest', 'newer', 'new'])
})
