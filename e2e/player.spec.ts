import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { clips } from './clips.ts'
import { expect } from './fixtures.ts'
import { seriousOf } from './lookAt.ts'
import { playerOf, test } from './watching.ts'

const clip = clips.truth
const read = (page: Page, wish: 'currentTime' | 'paused' | 'muted' | 'playbackRate') =>
  page.locator('[data-media]').evaluate((element: HTMLVideoElement, wish) => element[wish], wish)

async function playbackId(page: Page): Promise<string> {
  return JSON.parse((await page.locator('#playback').textContent()) ?? '').playbackId
}

test('the video loads without a click, is paused, and has the data of its playback', async ({
  page,
  openClip,
}) => {
  const { video } = await openClip(clip)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(video.title)
  await expect(page.locator('[data-media]')).toHaveJSProperty('readyState', 4)
  expect(await read(page, 'paused')).toBe(true)
  expect(JSON.parse((await page.locator('#playback').textContent()) ?? '')).toEqual({
    token: expect.stringMatching(/^[\w-]{80,200}$/),
    videoId: video.id,
    playbackId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    frames: 3600,
    fps: [30, 1],
    resumeFrame: 0,
    positionFrame: 0,
  })
  const answer = await page.request.get(`/videos/${video.id}`)
  expect(answer.headers()['cache-control']).toContain('no-store')
})

test('keys and controls move the player', async ({ page, openClip }) => {
  await openClip(clip)
  await page.getByRole('button', { name: 'play', exact: true }).click()
  await expect.poll(() => read(page, 'paused')).toBe(false)
  await page.keyboard.press('k')
  await expect.poll(() => read(page, 'paused')).toBe(true)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => read(page, 'currentTime')).toBeGreaterThanOrEqual(10)
  await page.keyboard.press('m')
  await expect.poll(() => read(page, 'muted')).toBe(true)
  await page.getByRole('button', { name: /playback rate/i }).click()
  await expect.poll(() => read(page, 'playbackRate')).toBe(1.25)
  await page.getByRole('slider', { name: /seek/i }).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => read(page, 'currentTime')).toBeGreaterThan(10.5)
  for (const name of [/fullscreen/i, /picture in picture/i, /mute/i]) {
    await expect(page.getByRole('button', { name })).toBeVisible()
  }
  await expect(page.getByRole('slider', { name: /volume/i })).toBeVisible()
})

test('a member who returns can resume or start over', async ({ page, openClip }) => {
  await openClip(clip)
  const player = playerOf(page, clip)
  const stored = page.waitForResponse('**/api/watch')
  await player.jump(930)
  await player.play()
  await player.watch(20)
  await player.pause()
  await stored
  const stopped = await read(page, 'currentTime')
  await page.reload()
  await expect(page.getByText(/Resumed at 0:3\d/)).toBeVisible()
  await expect.poll(() => read(page, 'currentTime')).toBeGreaterThan(Number(stopped) - 0.1)
  expect(await read(page, 'paused')).toBe(true)
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect.poll(() => read(page, 'paused')).toBe(false)
  expect(await read(page, 'currentTime')).toBeLessThan(5)
  await expect(page.getByText('Resumed at')).toHaveCount(0)
})

test('going back and forward starts a new playback each time', async ({ page, openClip }) => {
  const { video } = await openClip(clip)
  const seen = [await playbackId(page)]
  for (const go of ['forth', 'back', 'forth', 'back']) {
    if (go === 'forth') {
      await page.getByRole('navigation').getByRole('link', { name: 'Library' }).click()
      await page.waitForURL('**/videos')
      continue
    }
    await page.goBack()
    await page.waitForURL(`**/videos/${video.id}`)
    await expect.poll(() => playbackId(page)).not.toBe(seen.at(-1))
    seen.push(await playbackId(page))
    await playerOf(page, clip).play()
    await expect.poll(() => read(page, 'currentTime')).toBeGreaterThan(0.2)
  }
  expect(new Set(seen).size).toBe(3)
})

test('addresses without a video are a 404', async ({ page, openClip }) => {
  await openClip(clip)
  const unknown = [
    'nothing',
    '00000000-0000-4000-8000-000000000000',
    '%00',
    '..%2f',
    'x'.repeat(900),
  ]
  for (const id of unknown) {
    expect((await page.request.get(`/videos/${id}`)).status(), id).toBe(404)
  }
})

test('passes axe in both themes, and fits a phone', async ({ page, openClip }) => {
  await openClip(clip)
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await seriousOf(new AxeBuilder({ page }))).toEqual([])
  }
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expect(page.getByRole('button', { name: 'play', exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: /fullscreen/i })).toBeInViewport()
})
