import type { Page } from '@playwright/test'

/** Ends the process of a tab from one moment to the next: no event tells the page. */
export async function killTab(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const devTools = await page.context().newCDPSession(page)
  devTools.send('Page.crash').catch(() => {})
  await crashed
  await page.close()
}
