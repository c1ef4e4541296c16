import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, readPidFile, recordOf, writePidFile } from '#db/embedded/pidFile.ts'

/** So many builds are kept, the last used ones, besides those a server is running from. */
const KEPT = 3

/** Notes that this process serves from a build, until it ends. */
export function noteBuildInUse(folder: string): void {
  const users = join(folder, 'users')
  mkdirSync(users, { recursive: true })
  const own = recordOf(process.pid)
  if (own) writePidFile(join(users, `${own.pid}`), own)
  const now = new Date()
  utimesSync(folder, now, now)
}

export function dropOldBuilds(builds: string): void {
  const folders = readdirSync(builds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(builds, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of folders.slice(KEPT)) {
    if (!isUsed(folder) && !isBeingBuilt(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

function isUsed(folder: string): boolean {
  const users = join(folder, 'users')
  if (!existsSync(users)) return false
  return readdirSync(users).some((name) => {
    const record = readPidFile(join(users, name))
    return record !== undefined && isRunning(record)
  })
}

const isBeingBuilt = (folder: string) => existsSync(`${folder}.lock`)
