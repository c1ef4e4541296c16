import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import {
  addCollection,
  appendVideo,
  changeCollection,
  removeCollection,
} from '#lib/collections/collections.ts'
import { frameAt } from '#lib/videos/frameTime.ts'
import { makePerson } from '#testing/people.ts'
import { countTaken, formatCounts } from './beacons.ts'
import { addClip, clips, removeClip } from './clips.ts'
import { expect, logIn } from './fixtures.ts'
import { seriousOf } from './lookAt.ts'
import { forgetVideo, watchedVideo } from './watchedVideo.ts'
import { playerOf, test } from './watching.ts'

const clip = clips.truth
const media = (page: Page) => page.locator('[data-media]')
const isPaused = (page: Page) => media(page).evaluate((element: HTMLVideoElement) => element.paused)
const frameNow = async (page: Page) =>
  frameAt(await media(page).evaluate((element: HTMLVideoElement) => element.currentTime), clip.fps)
const hasPicture = (page: Page) => expect(media(page)).toHaveJSProperty('readyState', 4)

async function expectFit(page: Page) {
  expect(await seriousOf(new AxeBuilder({ page }))).toEqual([])
}

test('a link opens at its frame, and a note is added, listed, changed and deleted there', async ({
  page,
  openClip,
}) => {
  const { video } = await openClip(clip)
  await page.goto(`/videos/${video.id}?f=372`)
  const playback = JSON.parse((await page.locator('#playback').textContent()) ?? '')
  expect(playback).toMatchObject({ resumeFrame: 372, positionFrame: 0 })
  await expect(page.getByText('Opened at 0:12')).toBeVisible()
  await hasPicture(page)
  expect(await frameNow(page)).toBe(372)

  // In a text field the player's shortcuts are letters.
  const text = page.getByLabel('Note at 0:12.40', { exact: true })
  await expect(async () => {
    await page.keyboard.press('n')
    await expect(text).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect(page.getByText('Write something first.')).toBeVisible()
  await text.focus()
  await page.keyboard.type('kmf, the gull.')
  await media(page).evaluate((element: HTMLVideoElement) =>
    Object.assign(element, { isSame: true }),
  )
  await page.keyboard.press('Control+Enter')
  const notes = page.getByRole('region', { name: 'Your notes' })
  await expect(notes.getByRole('listitem')).toHaveText(/0:12\.40kmf, the gull\./)
  await expect(text).toHaveValue('')
  expect(await isPaused(page)).toBe(true)
  await expect(media(page)).toHaveJSProperty('isSame', true)

  await playerOf(page, clip).jump(2000)
  await notes.getByRole('link', { name: '0:12.40' }).click()
  await expect.poll(() => frameNow(page)).toBe(372)
  await page.getByRole('button', { name: 'Edit the note at 0:12.40' }).click()
  await page.getByLabel('The note at 0:12.40', { exact: true }).fill('The gull again')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(notes.getByRole('listitem')).toHaveText(/The gull again/)
  await page.getByRole('button', { name: 'Delete the note at 0:12.40' }).click()
  await page.getByRole('button', { name: 'Really delete the note at 0:12.40' }).click()
  await expect(notes.getByRole('listitem')).toHaveCount(0)

  await playerOf(page, clip).play()
  await expect(page).toHaveURL(`/videos/${video.id}`)
})

test('each key does what its help says, and frames that are only stepped over do not count', async ({
  page,
  openClip,
}) => {
  const { taken } = await openClip(clip)
  await hasPicture(page)
  await expect(async () => {
    await page.keyboard.press('3')
    expect(await frameNow(page)).toBe(1080)
  }).toPass()
  const steps = [
    ['.', 1081],
    ['.', 1082],
    ['.', 1083],
    [',', 1082],
  ] as const
  for (const [key, frame] of steps) {
    await expect(media(page)).toHaveJSProperty('seeking', false)
    await page.keyboard.press(key)
    await expect.poll(() => frameNow(page)).toBe(frame)
  }

  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('k')
  expect(await isPaused(page)).toBe(true)
  await expectFit(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.keyboard.press('>')
  await expect(media(page)).toHaveJSProperty('playbackRate', 1.25)
  await page.keyboard.press('t')
  await expect(page.locator('[data-theater]')).toBeVisible()
  await page.reload()
  await expect(page.locator('[data-theater]')).toBeVisible()
  await expect(media(page)).toHaveJSProperty('playbackRate', 1.25)
  await page.keyboard.press('t')
  await expect(page.locator('[data-theater]')).toHaveCount(0)

  await hasPicture(page)
  await page.keyboard.press('k')
  await expect.poll(() => isPaused(page)).toBe(false)
  await playerOf(page, clip).watch(10)
  await page.keyboard.press(' ')
  await expect.poll(() => isPaused(page)).toBe(true)
  await expect.poll(() => formatCounts(countTaken(taken, clip.frames))).toMatch(/^0-\d+ x1$/)
})

test('at its end a video of a course offers the next one, which plays on request', async ({
  page,
  openClip,
}) => {
  const { video, member } = await openClip(clip)
  const next = await addClip(clips.at24, member.id)
  const course = (await addCollection(`Course of ${video.id}`, new Date())) ?? ''
  await appendVideo(course, video.id)
  await appendVideo(course, next.id)
  const words = {
    title: `Course of ${video.id}`,
    description: '',
    visibility: 'members',
    sequential: false,
  } as const
  await changeCollection(course, words)

  await page.goto(`/videos/${video.id}?in=${course}`)
  const beside = page.getByRole('complementary', { name: words.title })
  await expect(beside.getByText('0 of 2 finished')).toBeVisible()
  await expect(beside.getByRole('listitem')).toHaveCount(2)
  await hasPicture(page)
  await playerOf(page, clip).jump(clip.frames - 20)
  await playerOf(page, clip).play()
  await expect(page.getByRole('region', { name: 'The end' })).toContainText(next.title)
  await expectFit(page)
  await page.getByLabel('Autoplay the next video').check()
  await page.getByRole('button', { name: /^Cancel/ }).click()
  await page.getByRole('link', { name: 'Play next' }).click()
  await page.waitForURL(`**/videos/${next.id}?in=${course}`)
  await expect.poll(() => isPaused(page)).toBe(false)
  await hasPicture(page)
  await media(page).evaluate((element: HTMLVideoElement) => {
    element.currentTime = element.duration - 0.3
  })
  const end = page.getByRole('region', { name: 'The end' })
  await expect(end.getByRole('link')).toHaveText('Back to the library')
  await end.getByRole('button', { name: 'Watch again' }).click()
  await expect.poll(() => isPaused(page)).toBe(false)
  await expect(end).toHaveCount(0)
  await removeCollection(course)
  await removeClip(next)
})

test('the page of a video with many viewers shows its most replayed part without a script', async ({
  page,
}) => {
  const person = await makePerson()
  const video = await watchedVideo(person.id)
  await logIn(page, person)
  const html = await (await page.request.get(`/videos/${video.id}`)).text()
  expect(html).toContain('Most replayed around 0:41')
  expect(html).not.toContain('You have seen')
  await forgetVideo(video)
})
