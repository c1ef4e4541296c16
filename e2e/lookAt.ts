import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const themes = ['dark', 'light'] as const
const widths = [360, 1440]
/** Fonts that load late shift text: at most 0.005 on a busy machine, 0 on an idle one. */
const MAX_LAYOUT_SHIFT = 0.02

/** Expects a page to have no serious axe finding in both themes, no layout shift, and no overflow. */
export async function lookAt(page: Page, path: string) {
  await page.goto(path)
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page })
    // A theme changes colours and nothing else.
    if (colorScheme !== themes[0]) axe.withRules('color-contrast')
    expect(await seriousOf(axe), `${path}, ${colorScheme}`).toEqual([])
  }
  expect(await shiftOf(page), `layout shift of ${path}`).toBeLessThan(MAX_LAYOUT_SHIFT)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const content = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(content, `${path} at ${width}`).toBeLessThanOrEqual(width)
  }
}

/** The serious and critical findings of axe: the rule, and the elements that break it. */
export async function seriousOf(axe: AxeBuilder): Promise<[rule: string, html: string[]][]> {
  const { violations } = await axe.analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

/** The cumulative layout shift since the page was opened. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const observer = new PerformanceObserver((list) => {
          for (const { value, hadRecentInput } of list.getEntries() as LayoutShift[])
            if (!hadRecentInput) sum += value
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))))
      }),
  )
}

type LayoutShift = PerformanceEntry & { value: number; hadRecentInput: boolean }
