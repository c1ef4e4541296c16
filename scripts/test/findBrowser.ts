import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

type Say = (line: string) => void
/** `path` is undefined when it is the one Playwright installed for itself. */
type Browser = { path: string | undefined }

const run = promisify(execFile)
const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/**
 * A Chromium of this machine: the one there is, or installs Debian's, or Playwright's.
 * @throws Error that says what to install.
 */
export async function findBrowser(say: Say, signal: AbortSignal): Promise<Browser> {
  const found = onPath() ?? ((await installFromDebian(say, signal)) ? onPath() : undefined)
  if (found) return { path: found }
  if (await installFromPlaywright(say, signal)) return { path: undefined }
  throw new Error(
    'Install Chromium for the end-to-end tests (apt-get install chromium), or see why ' +
      '`npx playwright install chromium` fails.',
  )
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function installFromDebian(say: Say, signal: AbortSignal): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  say("Installing Debian's Chromium for the end-to-end tests (a minute, once)")
  const options = { signal, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  return succeeds(async () => {
    await run('apt-get', ['update', '-q'], options)
    await run('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], options)
  })
}

async function installFromPlaywright(say: Say, signal: AbortSignal): Promise<boolean> {
  say("Installing Playwright's Chromium (a minute, once)")
  const cli = join('node_modules', '@playwright', 'test', 'cli.js')
  return succeeds(() => run(process.execPath, [cli, 'install', 'chromium'], { signal }))
}

async function succeeds(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch {
    return false
  }
}
