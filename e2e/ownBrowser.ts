import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { test as base } from './watching.ts'

/** A browser with a profile on the disk, which can be killed and started again. */
export type OwnBrowser = {
  start(): Promise<BrowserContext>
  /** kill -9: no page gets an event, nothing more is written. */
  kill(): Promise<void>
}

export const test = base.extend<{ ownBrowser: OwnBrowser }>({
  ownBrowser: async ({ baseURL, launchOptions }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'profile-'))
    let context: BrowserContext | undefined
    await use({
      async start() {
        context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL })
        return context
      },
      async kill() {
        for (const pid of processesOf(profile)) process.kill(pid, 'SIGKILL')
        await context?.close().catch(() => {})
      },
    })
    await context?.close().catch(() => {})
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  },
})

/** The browser processes whose command line has this profile. */
function processesOf(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandOf(pid).includes(`--user-data-dir=${profile}`))
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
