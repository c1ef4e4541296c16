import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { claimPidFile } from '#db/embedded/pidFile.ts'
import { runScript } from './childProcess.ts'
import { dropOldBuilds, noteBuildInUse } from './keptBuilds.ts'
import { sourcesHash } from './sourcesHash.ts'

type Say = (line: string) => void

const root = join(import.meta.dirname, '..', '..')
const BUILDS = '.builds'

/**
 * Builds the site for production unless these very sources were built before. Each build has a
 * folder of its own, named after the sources: a server goes on serving from its own while newer
 * sources are built beside it.
 * @returns the folder, relative to the repository, for `NEXT_DIST_DIR`.
 * @throws Error with what Next printed.
 */
export async function buildSite(say: Say, stop: AbortSignal): Promise<string> {
  const folder = join(BUILDS, sourcesHash(root))
  mkdirSync(join(root, BUILDS), { recursive: true })
  const lock = join(root, `${folder}.lock`)
  await claimLock(lock, say, stop)
  try {
    if (!existsSync(join(root, folder, 'done'))) await build(folder, say, stop)
    noteBuildInUse(join(root, folder))
    dropOldBuilds(join(root, BUILDS))
  } finally {
    rmSync(lock, { force: true })
  }
  return folder
}

async function claimLock(lock: string, say: Say, stop: AbortSignal) {
  const onStale = (pid: number) => say(`A build was killed (pid ${pid} is gone): building anew`)
  for (let told = false; claimPidFile(lock, onStale); told = true) {
    if (!told) say('Waiting for another start to build the site')
    await wait(200, undefined, { signal: stop })
  }
}

async function build(folder: string, say: Say, stop: AbortSignal) {
  say('Building the site (half a minute, once for these sources)')
  rmSync(join(root, folder), { recursive: true, force: true })
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = { NODE_ENV: 'production', NEXT_DIST_DIR: folder }
  const { ended, output } = runScript([next, 'build', root], { env, stop, quiet: true })
  const code = await ended
  stop.throwIfAborted()
  // Next has been seen to end with 0 although a worker of its own had crashed.
  const isWhole = existsSync(join(root, folder, 'BUILD_ID'))
  if (code !== 0 || !isWhole) throw new Error(`next build failed:\n${output()}`)
  writeFileSync(join(root, folder, 'done'), '')
}
