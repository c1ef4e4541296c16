import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Installs a package of Debian's, where that is possible without asking. @returns whether it did. */
export async function installFromDebian(
  name: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  say(`Installing Debian's ${name} for the tests (a minute, once)`)
  const options = { signal, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const install = ['install', '-qy', '--no-install-recommends', name]
  return succeeds(
    run('apt-get', ['update', '-q'], options).then(() => run('apt-get', install, options)),
  )
}

/** Whether it ends well; how it went wrong is for nobody. */
export async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}
