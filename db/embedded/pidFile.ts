import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'

/** A process; its start time distinguishes it from a later one with the same pid. */
export type PidRecord = { pid: number; startedAt: string }

/** @returns undefined when no process with this pid runs. */
export function recordOf(pid: number): PidRecord | undefined {
  const startedAt = startTimeOf(pid)
  return startedAt === undefined ? undefined : { pid, startedAt }
}

export function isRunning(record: PidRecord): boolean {
  return startTimeOf(record.pid) === record.startedAt
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
 * @param onStale called with the pid when the file of a process that has ended is taken over
 * @returns the process that holds the file, or undefined when this process does
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

/** Ticks since boot on Linux; elsewhere the output of `ps`, to the second. None for a zombie. */
function startTimeOf(pid: number): string | undefined {
  if (process.platform === 'linux') return startTimeFromProc(pid)
  try {
    const output = execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return output.trim() || undefined
  } catch {
    return undefined
  }
}

function startTimeFromProc(pid: number): string | undefined {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * The start time of a process, field 22 of /proc/PID/stat (proc(5)); the command's name before it
 * may contain spaces and parentheses.
 * @returns undefined for a zombie
 */
export function parseStat(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state] = fields
  return state === 'Z' || state === 'X' ? undefined : fields[19]
}
