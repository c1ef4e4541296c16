import type { Page } from '@playwright/test'
import { clips } from './clips.ts'
import { expect } from './fixtures.ts'
import { test } from './watching.ts'

/** How much more script a video's page may load before any interaction. */
const MOST = 1.25

test('until it is played, a video of any host loads little more script than an empty page', async ({
  page,
  context,
  openClip,
}) => {
  const weights: Record<string, number> = {}
  for (const kind of ['truth', 'hls', 'mux', 'youtube', 'vimeo', 'wistia'] as const) {
    const { video } = await openClip(clips[kind], await context.newPage())
    weights.empty ??= await weighScripts(await context.newPage(), '/history')
    weights[kind] = await weighScripts(await context.newPage(), `/videos/${video.id}`)
  }
  const { empty = 0, ...videos } = weights
  for (const [kind, weight] of Object.entries(videos))
    expect(weight / empty, `${kind}: ${weight} of ${empty} bytes`).toBeLessThan(MOST)
  await page.close()
})

test('the largest element of a page is in its HTML and waits for no script', async ({
  page,
  openClip,
}) => {
  const { video } = await openClip(clips.truth)
  for (const path of [`/videos/${video.id}`, '/videos', '/history', '/']) {
    await page.goto(path)
    const { url, text } = await largestPaint(page)
    const html = await (await page.request.get(path)).text()
    const there = url ? new URL(url).pathname : text
    expect(there, path).not.toBe('')
    expect(html, path).toContain(there)
  }
})

/** The address of the largest image or video painted, or the text painted. */
function largestPaint(page: Page): Promise<{ url: string; text: string }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => {
          const largest = list.getEntries().at(-1) as LargestPaint | undefined
          const text = largest?.element?.firstChild?.textContent ?? ''
          resolve({ url: largest?.url ?? '', text })
        }).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
}

type LargestPaint = PerformanceEntry & { url: string; element: Element | null }

/** Bytes of script transferred until the network is idle, frames included. */
async function weighScripts(page: Page, path: string): Promise<number> {
  const weights: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      weights.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  const sum = (await Promise.all([...weights])).reduce((all, weight) => all + weight, 0)
  await page.close()
  return sum
}
