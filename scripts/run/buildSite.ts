import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { claimPidFile } from '#db/embedded/pidFile.ts'
import { deleteOldBuilds, markBuildInUse } from './buildRetention.ts'
import { runScript } from './childProcess.ts'
import { sourcesHash } from './sourcesHash.ts'

type Log = (line: string) => void

const root = join(import.meta.dirname, '..', '..')
const BUILDS = '.builds'

/**
 * Builds the site for production unless the same sources were built before. Each build has its own
 * folder, named after a hash of the sources, so a running server is not disturbed by a newer build.
 * @returns the folder, relative to the repository, for `NEXT_DIST_DIR`
 * @throws Error with Next's output
 */
export async function buildSite(log: Log, stop: AbortSignal): Promise<string> {
  const folder = join(BUILDS, sourcesHash(root))
  mkdirSync(join(root, BUILDS), { recursive: true })
  const lock = join(root, `${folder}.lock`)
  await claimLock(lock, log, stop)
  try {
    if (!existsSync(join(root, folder, 'done'))) await build(folder, log, stop)
    markBuildInUse(join(root, folder))
    deleteOldBuilds(join(root, BUILDS))
  } finally {
    rmSync(lock, { force: true })
  }
  return folder
}

async function claimLock(lock: string, log: Log, stop: AbortSignal) {
  const onStale = (pid: number) => log(`A build was killed (pid ${pid} is gone): building again`)
  for (let isLogged = false; claimPidFile(lock, onStale); isLogged = true) {
    if (!isLogged) log('Waiting for another start to build the site')
    await wait(200, undefined, { signal: stop })
  }
}

async function build(folder: string, log: Log, stop: AbortSignal) {
  log('Building the site (half a minute, once for these sources)')
  rmSync(join(root, folder), { recursive: true, force: true })
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = { NODE_ENV: 'production', NEXT_DIST_DIR: folder }
  const { ended, output } = runScript([next, 'build', root], { env, stop, quiet: true })
  const code = await ended
  stop.throwIfAborted()
  // `next build` can exit with 0 although one of its workers has crashed.
  const isComplete = existsSync(join(root, folder, 'BUILD_ID'))
  if (code !== 0 || !isComplete) throw new Error(`next build failed:\n${output()}`)
  writeFileSync(join(root, folder, 'done'), '')
}
