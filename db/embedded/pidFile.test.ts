import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  claimPidFile,
  isRunning,
  parseStat,
  readPidFile,
  recordOf,
  writePidFile,
} from './pidFile.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pid-file-'))
  file = join(folder, 'some.pid')
})
afterEach(() => rmSync(folder, { recursive: true }))

const own = () => {
  const record = recordOf(process.pid)
  if (!record) throw new Error('This process does not run?')
  return record
}
const notStale = () => {
  throw new Error('nothing here is stale')
}

describe('a pid file', () => {
  it('distinguishes a process from a later one with the same pid', () => {
    writePidFile(file, own())
    expect(readPidFile(file)).toEqual(own())
    expect(isRunning(own())).toBe(true)
    expect(isRunning({ ...own(), startedAt: 'another time' })).toBe(false)
  })

  it.each(['', 'no json', '{"pid":"7","startedAt":"1"}', 'null'])(
    '%j is not a pid file',
    (text) => {
      writeFileSync(file, text)
      expect(readPidFile(file)).toBeUndefined()
    },
  )

  it('does not take a process that has ended for running', async () => {
    const child = spawn('sleep', ['60'])
    const record = recordOf(child.pid ?? 0)
    expect(record && isRunning(record)).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(record && isRunning(record)).toBe(false)
  })
})

describe('claiming one', () => {
  it('succeeds when there is none', () => {
    expect(claimPidFile(file, notStale)).toBeUndefined()
    expect(readPidFile(file)).toEqual(own())
  })

  it('returns the process that holds it, and leaves the file alone', () => {
    writePidFile(file, own())
    expect(claimPidFile(file, notStale)).toEqual(own())
    expect(existsSync(file)).toBe(true)
  })

  it('takes over from one that has ended, though its pid is in use again', () => {
    writePidFile(file, { ...own(), startedAt: 'another time' })
    const stale: number[] = []
    expect(claimPidFile(file, (pid) => stale.push(pid))).toBeUndefined()
    expect(stale).toEqual([process.pid])
    expect(readPidFile(file)).toEqual(own())
  })

  it('takes over a truncated file', () => {
    writeFileSync(file, '{"pid":')
    expect(claimPidFile(file, notStale)).toBeUndefined()
    expect(readPidFile(file)).toEqual(own())
  })
})

describe('parseStat', () => {
  const after = '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4711 20'
  it('finds the start behind a name with spaces and parentheses', () => {
    expect(parseStat(`7 (a (b) c) S ${after}`)).toBe('4711')
  })
  it('has none for a zombie', () => {
    expect(parseStat(`7 (node) Z ${after}`)).toBeUndefined()
  })
})
