import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { which } from '#lib/which.ts'
import { installFromDebian, succeeds } from './installFromDebian.ts'

type Log = (line: string) => void
/** `path` is undefined for the browser that Playwright installed. */
type Browser = { path: string | undefined }

const run = promisify(execFile)
const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/**
 * Finds an installed Chromium; otherwise installs Debian's or, failing that, Playwright's.
 * @throws Error naming what to install.
 */
export async function findBrowser(log: Log, signal: AbortSignal): Promise<Browser> {
  const found =
    which(NAMES) ?? ((await installFromDebian('chromium', log, signal)) ? which(NAMES) : undefined)
  if (found) return { path: found }
  if (await installFromPlaywright(log, signal)) return { path: undefined }
  throw new Error(
    'Install Chromium for the end-to-end tests (apt-get install chromium), or see why ' +
      '`npx playwright install chromium` fails.',
  )
}

async function installFromPlaywright(log: Log, signal: AbortSignal): Promise<boolean> {
  log("Installing Playwright's Chromium (a minute, once)")
  const cli = join('node_modules', '@playwright', 'test', 'cli.js')
  return succeeds(run(process.execPath, [cli, 'install', 'chromium'], { signal }))
}
