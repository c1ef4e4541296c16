import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { which } from '#lib/which.ts'
import { installFromDebian, succeeds } from './installFromDebian.ts'

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
  const found =
    which(NAMES) ?? ((await installFromDebian('chromium', say, signal)) ? which(NAMES) : undefined)
  if (found) return { path: found }
  if (await installFromPlaywright(say, signal)) return { path: undefined }
  throw new Error(
    'Install Chromium for the end-to-end tests (apt-get install chromium), or see why ' +
      '`npx playwright install chromium` fails.',
  )
}

async function installFromPlaywright(say: Say, signal: AbortSignal): Promise<boolean> {
  say("Installing Playwright's Chromium (a minute, once)")
  const cli = join('node_modules', '@playwright', 'test', 'cli.js')
  return succeeds(run(process.execPath, [cli, 'install', 'chromium'], { signal }))
}
