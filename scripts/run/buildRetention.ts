import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning, readPidFile, recordOf, writePidFile } from '#db/embedded/pidFile.ts'

/** Builds that are kept, the most recently used, besides those a server is running from. */
const MAX_UNUSED_BUILDS = 3

/** Marks a build as in use by this process until it ends, and as the most recently used. */
export function markBuildInUse(folder: string): void {
  const users = join(folder, 'users')
  mkdirSync(users, { recursive: true })
  const own = recordOf(process.pid)
  if (own) writePidFile(join(users, `${own.pid}`), own)
  const now = new Date()
  utimesSync(folder, now, now)
}

/** Deletes all but the most recently used builds and those that are in use or being built. */
export function deleteOldBuilds(builds: string): void {
  const folders = readdirSync(builds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(builds, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of folders.slice(MAX_UNUSED_BUILDS)) {
    if (!isInUse(folder) && !isBeingBuilt(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

function isInUse(folder: string): boolean {
  const users = join(folder, 'users')
  if (!existsSync(users)) return false
  return readdirSync(users).some((name) => {
    const record = readPidFile(join(users, name))
    return record !== undefined && isRunning(record)
  })
}

const isBeingBuilt = (folder: string) => existsSync(`${folder}.lock`)
