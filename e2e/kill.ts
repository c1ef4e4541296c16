import type { Page } from '@playwright/test'

/** Kills the process of a tab: the page gets no event. */
export async function killTab(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const devTools = await page.context().newCDPSession(page)
  devTools.send('Page.crash').catch(() => {})
  await crashed
  await page.close()
}
