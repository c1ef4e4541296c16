import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { claimPidFile } from '#db/embedded/pidFile.ts'

/**
 * Locks a data folder for this process: two sites on one would share an outbox and seed the demo
 * library twice.
 * @returns a function that releases the lock
 * @throws Error that names the process that holds it
 */
export function lockDataDir(dataDir: string, log: (line: string) => void): () => void {
  const file = join(dataDir, 'site.pid')
  mkdirSync(dataDir, { recursive: true })
  const holder = claimPidFile(file, (pid) =>
    log(`The last start was killed (pid ${pid} is gone): recovering`),
  )
  if (holder)
    throw new Error(
      `A site already runs on DATA_DIR=${dataDir} (pid ${holder.pid}): stop it, or set another ` +
        'DATA_DIR and PORT.',
    )
  return () => rmSync(file, { force: true })
}
