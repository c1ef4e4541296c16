import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/** A process, told from a later one with the same number by the moment it began. */
export type PidRecord = { pid: number; startedAt: string }

/** @returns undefined when no such process runs. */
export function recordOf(pid: number): PidRecord | undefined {
  const startedAt = startOf(pid)
  return startedAt === undefined ? undefined : { pid, startedAt }
}

export function isRunning(record: PidRecord): boolean {
  return startOf(record.pid) === record.startedAt
}

/** @returns undefined when the file is missing or not a pid file. */
export function readPidFile(file: string): PidRecord | undefined {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(file, 'utf8'))
    return Number.isInteger(pid) && typeof startedAt === 'string' ? { pid, startedAt } : undefined
  } catch {
    return undefined
  }
}

export function writePidFile(file: string, record: PidRecord): void {
  writeFileSync(file, JSON.stringify(record))
}

/**
 * Claims a pid file for this process.
 * @returns the process that holds it, or undefined when it is ours now. A file left behind by a
 * process that is gone is taken over, and `onStale` is told.
 */
export function claimPidFile(file: string, onStale: (pid: number) => void): PidRecord | undefined {
  const own = recordOf(process.pid)
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: 'wx' })
      return undefined
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readPidFile(file)
    if (holder && isRunning(holder)) return holder
    if (holder) onStale(holder.pid)
    rmSync(file, { force: true })
  }
}

/** Ticks since boot on Linux; elsewhere what `ps` says, to the second. Never a zombie's. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') return startFromProc(pid)
  try {
    const said = execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return said.trim() || undefined
  } catch {
    return undefined
  }
}

function startFromProc(pid: number): string | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return undefined
  }
}

/** The fields after the command's name, which may itself hold blanks and brackets (proc(5)). */
export function parseStat(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state] = fields
  return state === 'Z' || state === 'X' ? undefined : fields[19]
}
