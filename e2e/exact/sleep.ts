import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'

/** ms; a device that slept for less may have been a busy one. */
const SLEEP = 32_000

/** Stops the processes of the page's browser that render, and lets them go on. */
export async function sleepAndWake(page: Page): Promise<void> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser of its own')
  const devTools = await browser.newBrowserCDPSession()
  const { processInfo } = await devTools.send('SystemInfo.getProcessInfo')
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  try {
    await wait(SLEEP)
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT')
  }
}
