import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const themes = ['dark', 'light'] as const
const widths = [360, 1440]

/** Whether a page is fit to be seen: axe in both themes, and no wider than it should be. */
export async function lookAt(page: Page, path: string) {
  await page.goto(path)
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page })
    // A theme changes colours and nothing else.
    if (colorScheme !== themes[0]) axe.withRules('color-contrast')
    const { violations } = await axe.analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    const told = serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
    expect(told, `${path}, ${colorScheme}`).toEqual([])
  }
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const content = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(content, `${path} at ${width}`).toBeLessThanOrEqual(width)
  }
}
