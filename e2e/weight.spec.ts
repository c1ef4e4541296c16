import type { Page } from '@playwright/test'
import { clips } from './film.ts'
import { expect } from './fixtures.ts'
import { test } from './watching.ts'

/** How much more script a film's page may load before anybody comes near it. */
const MOST = 1.25

test('before it is played a film of any kind costs little more script than an empty page', async ({
  page,
  context,
  openFilm,
}) => {
  const weights: Record<string, number> = {}
  for (const kind of ['truth', 'hls', 'mux', 'youtube', 'vimeo', 'wistia'] as const) {
    const { video } = await openFilm(clips[kind], await context.newPage())
    weights.empty ??= await weighScripts(await context.newPage(), '/history')
    weights[kind] = await weighScripts(await context.newPage(), `/videos/${video.id}`)
  }
  const { empty = 0, ...films } = weights
  for (const [kind, weight] of Object.entries(films))
    expect(weight / empty, `${kind}: ${weight} of ${empty} bytes`).toBeLessThan(MOST)
  await page.close()
})

/** Bytes of script that went over the line until nothing more came, those in frames too. */
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
