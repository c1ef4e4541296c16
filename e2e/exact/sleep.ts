import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'

/** Longer than the gap that the tracker takes for a busy device. */
const SLEEP_MS = 32_000

/** Pauses the renderer processes of the page's browser for a while, as a sleeping device does. */
export async function sleepAndWake(page: Page): Promise<void> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser of its own')
  const devTools = await browser.newBrowserCDPSession()
  const { processInfo } = await devTools.send('SystemInfo.getProcessInfo')
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  try {
    await wait(SLEEP_MS)
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT')
  }
}
