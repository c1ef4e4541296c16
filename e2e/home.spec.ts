import type { Page } from '@playwright/test'
import { deleteVideo } from '#db/videos.ts'
import { writeProgressRows } from '#db/watchProgress.ts'
import type { Video } from '#lib/videos/video.ts'
import { makeVideo } from '#testing/videos.ts'
import { expect, logInAsSomeoneNew, test } from './fixtures.ts'

const videos: Video[] = []

test.afterEach(async () => {
  for (const { id } of videos.splice(0)) await deleteVideo(id)
})

/** Two videos: the logged-in member is in the middle of the first and has finished the second. */
async function begin(page: Page) {
  const member = await logInAsSomeoneNew(page, 'member')
  const mark = member.id.slice(0, 8)
  for (const name of ['Waiting', 'Finished']) {
    const chapters = [{ frame: 1350, title: `The lantern ${mark}` }]
    videos.push(await makeVideo({ title: `${name} ${mark}`, chapters, addedBy: member.id }))
  }
  const [waiting, finished] = videos
  if (!waiting || !finished) throw new Error('no videos')
  const now = Date.now()
  const rows = [
    { videoId: waiting.id, position: 1290, covered: 1290, completedAt: null, lastAt: now },
    { videoId: finished.id, position: 3600, covered: 3600, completedAt: now, lastAt: now - 1000 },
  ]
  await writeProgressRows(member.id, rows, BigInt(now) * 1000n)
  return { mark, waiting, finished }
}

test('the home page lists videos to continue and finished ones, and where each is resumed', async ({
  page,
}) => {
  const { waiting, finished } = await begin(page)
  await page.goto('/videos')
  const unfinished = page.getByRole('region', { name: 'Continue watching' })
  await expect(unfinished.getByRole('listitem')).toHaveCount(1)
  await expect(unfinished.getByText('Stopped at 0:43 of 2:00')).toBeVisible()
  await expect(unfinished.getByRole('link', { name: waiting.title })).toBeVisible()
  await page.goto('/history')
  const again = page.getByRole('link', { name: `Watch again: ${finished.title}` })
  await expect(again).toHaveAttribute('href', `/videos/${finished.id}?f=0`)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a chapter is found by search, and the history is cleared', async ({ page }) => {
    const { mark, waiting, finished } = await begin(page)
    const chapter = page.getByRole('link', { name: `0:45 Chapter: The lantern ${mark}` })
    // The index is refreshed every five seconds.
    await expect(async () => {
      await page.goto('/videos')
      await page.getByLabel('Search videos').fill(`lantren ${mark}`)
      await page.getByLabel('Search videos').press('Enter')
      await expect(chapter).toHaveCount(2, { timeout: 1 })
    }).toPass()
    await expect(chapter.first().locator('mark')).toHaveText(['lantern', mark])
    await expect(page.locator(`a[href="/videos/${waiting.id}?f=1350"]`)).toBeVisible()

    await page.goto('/history')
    const row = (video: Video) => page.getByRole('link', { name: video.title, exact: true })
    await page.getByRole('button', { name: `Remove: ${waiting.title}` }).click()
    await expect(row(finished)).toBeVisible()
    await expect(row(waiting)).toHaveCount(0)
    await page.getByRole('link', { name: 'Clear history' }).click()
    await page.getByRole('button', { name: 'Clear history' }).click()
    await expect(page.getByText('Check this box to continue.')).toBeVisible()
    await page.getByLabel('I understand that this cannot be undone').check()
    await page.getByRole('button', { name: 'Clear history' }).click()
    await expect(page.getByText('No watch history yet')).toBeVisible()
  })
})

test('every icon that the page or its manifest names exists', async ({ page }) => {
  await page.goto('/')
  const manifest = await (await page.request.get('/manifest.webmanifest')).json()
  const icons: string[] = manifest.icons.map(({ src }: { src: string }) => src)
  for (const rel of ['icon', 'apple-touch-icon']) {
    const href = await page.locator(`link[rel="${rel}"]`).first().getAttribute('href')
    icons.push(href ?? rel)
  }
  expect(icons).toHaveLength(6)
  for (const icon of icons) {
    const answer = await page.request.get(icon)
    expect(answer.headers()['content-type'], icon).toMatch(/^image\//)
  }
})
