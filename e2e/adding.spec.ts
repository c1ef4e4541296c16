import { randomInt, randomUUID } from 'node:crypto'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { getVideo } from '#lib/videos/library.ts'
import { makePerson } from '#testing/people.ts'
import { clips, removeClip } from './clips.ts'
import { expect, logIn, test } from './fixtures.ts'
import { standIns } from './hosts/standIns.ts'

const FORM = '/studio/videos/new'

test.beforeEach(async ({ page }) => {
  await logIn(page, await makePerson({ role: 'owner' }), FORM)
})

/** Removes the videos these tests added. */
test.afterEach(async ({ page }) => {
  const [id] = /[0-9a-f-]{36}$/.exec(page.url()) ?? []
  const video = id && (await getVideo(id))
  if (video) await removeClip(video)
})

test('a link becomes a video with the length and title of its host; the same link again leads to that video', async ({
  page,
  context,
}) => {
  await standIns.youtube?.(context, clips.youtube)
  const id = randomUUID().slice(-11)
  await page.getByLabel('Link or ID').fill(`https://youtu.be/${id}?si=x`)
  await expect(page.getByText(`YouTube, ${id}`)).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('A video at YouTube')
  await expect(page.getByLabel('Length')).toHaveValue('2:00')
  await page.getByLabel('Frames per second').fill('25')
  await page.getByRole('button', { name: 'Add video' }).click()
  await expect(page).toHaveURL(/\/studio\/videos\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { name: 'A video at YouTube' })).toBeVisible()
  await expect(page.getByText('3,000 frames')).toBeVisible()
  const first = page.url()

  await page.goto(FORM)
  await page.getByLabel('Link or ID').fill(`https://www.youtube.com/watch?v=${id}&list=PLx`)
  await page.getByLabel('Title').fill('Again')
  await page.getByLabel('Length').fill('2:00')
  await page.getByRole('button', { name: 'Add video' }).click()
  const refusal = page.getByRole('alert').filter({ hasText: 'already in the library' })
  await expect(refusal).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('Again')
  await refusal.getByRole('link', { name: 'Open it' }).click()
  await expect(page).toHaveURL(first)
})

test('an unlisted video keeps its hash, and its poster comes from Vimeo', async ({
  page,
  context,
}) => {
  await standIns.vimeo?.(context, clips.vimeo)
  const thumbnail_url = 'https://i.vimeocdn.com/video/1.jpg'
  await context.route('https://vimeo.com/api/oembed.json?*', (route) =>
    route.fulfill({
      json: { title: 'As Vimeo says', thumbnail_url },
      headers: { 'access-control-allow-origin': '*' },
    }),
  )
  const player = page.waitForRequest(/player\.vimeo\.com\/video\//)
  await page.getByLabel('Link or ID').fill(`vimeo.com/${randomInt(1e9, 1e10)}/8272103f6e`)
  expect(new URL((await player).url()).searchParams.get('h')).toBe('8272103f6e')
  await expect(page.getByLabel('Title')).toHaveValue('A video at Vimeo')
  await page.getByRole('button', { name: 'Add video' }).click()
  await expect(page.locator(`img[src="${thumbnail_url}"]`)).toBeVisible()
})

test('the frame rate of a file in the media folder is read from the file', async ({ page }) => {
  const name = `test-${randomUUID()}.mp4`
  await mkdir(mediaFolder(), { recursive: true })
  await cp(clips.at2997.file, join(mediaFolder(), name))
  await page.getByLabel('Link or ID').fill(name)
  await expect(page.getByLabel('Frames per second')).toHaveValue('29.97')
  await page.getByLabel('Title').fill('Own')
  await page.getByRole('button', { name: 'Add video' }).click()
  await expect(page.getByText('360 frames')).toBeVisible()
  await expect(page.getByText('30000/1001')).toBeVisible()
})

test('an error is shown beside its field, and the input stays', async ({ page }) => {
  const link = page.getByLabel('Link or ID')
  await link.fill('https://www.youtube.com/playlist?list=PLx')
  await page.getByLabel('Title').fill('A list')
  await expect(page.getByText('This is a YouTube playlist.')).toBeVisible()
  await link.fill('videos/none.mp4')
  await expect(page.getByText('There is no such file in the media folder.')).toBeVisible()
  await page.getByLabel('Length').fill('soon')
  await page.getByRole('button', { name: 'Add video' }).click()
  await expect(page.getByText('Enter it as 2:00')).toBeVisible()
  await expect(page.getByLabel('Title')).toHaveValue('A list')
})

test('only owners may open the page', async ({ page }) => {
  await logIn(page, await makePerson(), FORM)
  await expect(page.getByRole('heading', { name: 'Add a video' })).toBeHidden()
  const answer = await page.request.get('/api/videos/link?link=aqz-KE-bpKQ')
  expect(answer.status()).toBe(403)
})
