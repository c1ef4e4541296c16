import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { claimPidFile } from '#db/embedded/pidFile.ts'

/**
 * One site a data folder: two would share their outbox and seed the demo twice.
 * @returns what undoes the claim.
 * @throws Error that names the process that holds the folder.
 */
export function claimDataDir(dataDir: string, say: (line: string) => void): () => void {
  const file = join(dataDir, 'site.pid')
  mkdirSync(dataDir, { recursive: true })
  const holder = claimPidFile(file, (pid) =>
    say(`The last start was killed (pid ${pid} is gone): recovering`),
  )
  if (holder)
    throw new Error(
      `A site already runs on DATA_DIR=${dataDir} (pid ${holder.pid}): stop it, or set another ` +
        'DATA_DIR and PORT.',
    )
  return () => rmSync(file, { force: true })
}
