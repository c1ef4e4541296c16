import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Installs a Debian package, if this is Debian and the user is root. @returns whether it succeeded. */
export async function installFromDebian(
  name: string,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  log(`Installing Debian's ${name} for the tests (a minute, once)`)
  const options = { signal, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const install = ['install', '-qy', '--no-install-recommends', name]
  return succeeds(
    run('apt-get', ['update', '-q'], options).then(() => run('apt-get', install, options)),
  )
}

/** Whether a promise is fulfilled; a rejection is discarded. */
export async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}
