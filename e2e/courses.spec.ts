import { randomUUID } from 'node:crypto'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { writeProgressRows } from '#db/watchProgress.ts'
import { addCollection, appendVideo, removeCollection } from '#lib/collections/collections.ts'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { changeVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { makePerson } from '#testing/people.ts'
import { addClip, clips, removeClip } from './clips.ts'
import { expect, logIn, test } from './fixtures.ts'
import { standIns } from './hosts/standIns.ts'
import { lookAt } from './lookAt.ts'

/** An address: the longest unbreakable text a member may have. */
const LONG = `Numbers, frame by frame: https://videos.example/${'number'.repeat(12)}`

/** Writes the row of a member who has watched all of it. */
async function finish(memberId: string, { id: videoId, frames }: Video) {
  const at = Date.now()
  const row = { videoId, position: frames, covered: frames, completedAt: at, lastAt: at }
  await writeProgressRows(memberId, [row], BigInt(at) * 1_000n)
}

test('a course unlocks video by video, and ends with a certificate that can be verified', async ({
  page,
  playwright,
  baseURL,
}) => {
  const owner = await makePerson({ role: 'owner' })
  const member = await makePerson({ name: 'Ada Morgan' })
  const videos = [await addClip(clips.at24, owner.id), await addClip(clips.at25, owner.id)] as const
  const [first, second] = videos
  const title = `Course ${randomUUID().replaceAll('-', '').repeat(2)}`
  const id = (await addCollection(title, new Date())) ?? ''
  const course = `/collections/${id}`
  for (const video of videos) await appendVideo(id, video.id)

  await logIn(page, member)
  expect((await page.goto(course))?.status(), 'a draft').toBe(404)
  await logIn(page, owner, `/studio/collections/${id}`)
  await page.getByLabel('Published').check()
  await page.getByLabel('Watch in order').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await logIn(page, member, course)
  await expect(page.getByText('0 of 2 finished', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: second.title })).toHaveCount(0)
  await lookAt(page, course)
  await page.goto(`/videos/${second.id}?in=${id}`)
  await expect(page.getByText(`First finish “${first.title}”`)).toBeVisible()
  await expect(page.locator('[data-media], #playback')).toHaveCount(0)
  const beside = page.getByRole('complementary')
  await expect(beside.getByText('0 of 2 finished')).toBeVisible()
  await expect(beside.getByText('Unlocks when you finish the previous video')).toBeVisible()
  await expect(beside.getByRole('link', { name: second.title })).toHaveCount(0)
  await lookAt(page, `${course}/certificate`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not finished yet')

  await finish(member.id, first)
  await page.goto(course)
  await expect(page.getByText('1 of 2 finished', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Continue' }).click()
  await page.waitForURL(`**/videos/${second.id}?in=${id}`)
  await expect(page.locator('#playback')).toHaveCount(1)

  await finish(member.id, second)
  await page.goto(course)
  await page.getByRole('link', { name: 'Certificate' }).click()
  await expect(page.getByText('Ada Morgan')).toBeVisible()
  await expect(page.getByText(title).last()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible()
  await lookAt(page, `${course}/certificate`)
  const check =
    (await page.getByRole('link', { name: '/certificates/' }).getAttribute('href')) ?? ''
  const guest = await playwright.request.newContext({ baseURL })
  const genuine = await guest.get(check)
  expect(await genuine.text()).toContain('Ada Morgan')
  expect((await guest.get(`${check.slice(0, -2)}AA`)).status()).toBe(404)
  const closed = await guest.get(course, { maxRedirects: 0 })
  expect(closed.headers().location).toBe(`/login?callbackUrl=${encodeURIComponent(course)}`)
  await guest.dispose()
  await removeCollection(id)
  for (const video of videos) await removeClip(video)
})

test('a guest can watch a public video, and no other', async ({ page, playwright, baseURL }) => {
  const { id: owner } = await makePerson({ role: 'owner' })
  const video = await addClip(clips.at24, owner)
  const other = await addClip(clips.at25, owner)
  await changeVideo(video.id, { visibility: 'public', description: LONG })
  const preview = `/preview/${video.id}`
  await lookAt(page, preview)
  await expect(page.getByRole('link', { name: 'Sign up to save your progress' })).toBeVisible()
  const meta = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content')
  expect(await meta('og:title')).toBe(video.title)
  expect(await meta('og:description')).toBe(LONG)
  const media = page.locator('[data-media]')
  const length = () => media.evaluate((element) => (element as HTMLVideoElement).duration)
  await expect.poll(length).toBeCloseTo(12, 0)
  await expect(page.locator('#playback')).toHaveCount(0)

  const src = (await media.getAttribute('src')) ?? ''
  const guest = await playwright.request.newContext({ baseURL })
  const status = async (path: string) => (await guest.get(path, { maxRedirects: 0 })).status()
  expect(await status(src)).toBe(200)
  expect(await status(`/preview/${other.id}`)).toBe(404)
  expect(await status(`/preview/${other.id}/picture`)).toBe(404)
  expect(await status(`/media/${other.hostId}`)).toBe(401)
  expect(await status(src.replace(video.hostId, other.hostId))).toBe(401)
  expect(await status(`/videos/${video.id}`)).toBe(307)
  await guest.dispose()

  await logIn(page, await makePerson(), preview)
  await page.getByRole('link', { name: 'Watch as a member' }).click()
  await page.waitForURL(`**/videos/${video.id}`)
  await changeVideo(video.id, { visibility: 'members' })
  expect((await page.goto(preview))?.status()).toBe(404)
  for (const each of [video, other]) await removeClip(each)
})

test('guests can open videos of every host, and nothing is counted', async ({ page, context }) => {
  const { id: owner } = await makePerson({ role: 'owner' })
  const beacons: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/watch')) beacons.push(request.url())
  })
  for (const clip of [clips.hls, clips.mux, clips.youtube, clips.vimeo, clips.wistia]) {
    await standIns[clip.host]?.(context, clip)
    const video = await addClip(clip, owner)
    await changeVideo(video.id, { visibility: 'public' })
    await page.goto(`/preview/${video.id}`)
    await page.mouse.move(10, 10)
    await page.mouse.move(20, 20)
    const media = page.locator('[data-media]')
    const length = () => media.evaluate((element) => (element as HTMLVideoElement).duration)
    await expect
      .poll(length, video.host)
      .toBeCloseTo((clip.frames * clip.fps.den) / clip.fps.num, 0)
    await removeClip(video)
  }
  expect(beacons).toEqual([])
})

test('a video is replaced, archived, restored and moved to the top', async ({ page }) => {
  const owner = await makePerson({ role: 'owner' })
  const former = await addClip(clips.at24, owner.id)
  const other = await addClip(clips.at24, owner.id)
  const hostId = `test-${randomUUID()}.mp4`
  await cp(clips.at25.file, join(mediaFolder(), hostId))
  await logIn(page, owner, `/studio/videos/${former.id}`)
  await page.getByRole('link', { name: 'Replace video' }).click()
  await page.getByLabel('Link or ID').fill(hostId)
  await expect(page.getByLabel('Frames per second')).toHaveValue('25')
  await page.getByRole('button', { name: 'Replace video' }).click()
  await expect(page.getByRole('link', { name: 'Earlier version' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(former.title)
  const studio = page.url()
  const id = studio.split('/').at(-1) ?? ''
  await page.goto(`/videos/${former.id}`)
  await expect(page).toHaveURL(new RegExp(`/videos/${id}$`))
  await expect(page.locator('#playback')).toHaveCount(1)

  await page.goto('/studio/library')
  const rows = page.getByRole('listitem').filter({ hasText: /Truth test-/ })
  const titles = async () =>
    (await rows.allInnerTexts())
      .flatMap((text) => [former, other].find(({ title }) => text.includes(title)) ?? [])
      .map(({ title }) => title)
  expect(await titles()).toEqual([other.title, former.title])
  await page.getByRole('button', { name: `Move to top: ${former.title}` }).click()
  await expect.poll(titles).toEqual([former.title, other.title])

  await page.goto(studio)
  await page.getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText('Archived since')).toBeVisible()
  await lookAt(page, '/studio?show=archived')
  await expect(page.getByRole('link', { name: former.title, exact: true })).toHaveCount(2)
  await page.goto(`/videos/${id}`)
  await expect(page.getByText('This video is no longer available')).toBeVisible()
  await expect(page.locator('#playback')).toHaveCount(0)
  await page.goto(studio)
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByText('Archived since')).toHaveCount(0)
  for (const each of [former, other, { ...former, hostId, id }]) await removeClip(each)
})
