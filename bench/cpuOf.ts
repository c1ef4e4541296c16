import { readFileSync } from 'node:fs'

/** Linux counts a process's time in hundredths of a second. */
const MS_A_TICK = 10

/** ms of CPU a process has used so far, all its threads, in user and kernel mode (proc(5), stat). */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field is the name in brackets and may hold spaces: count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * MS_A_TICK
}
