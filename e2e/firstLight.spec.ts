import type { APIRequestContext, Browser, Page } from '@playwright/test'
import type { Video } from '#lib/videos/video.ts'
import { middleOf } from '#lib/watch/frames.ts'
import type { Retention } from '#lib/watch/retention.ts'
import { tellCounts } from './beacons.ts'
import { clips, forgetFilm, makeFilm } from './film.ts'
import { expect, logIn, makePerson, newEmail, test } from './fixtures.ts'
import { countSeen, readScreen, readSeen } from './screen.ts'

/*
 * The whole way once, as a new member and the owner walk it: sign up, confirm, log in, watch, and
 * see in the studio exactly the frames that were on the screen.
 */
const password = 'kestrel over the harbour'

test('what a new member watched is what the owner sees, frame for frame', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const origin = String(baseURL)
  const owner = await makePerson({ role: 'owner' })
  const video = await makeFilm(clips.truth, owner.id)
  const bodies = recordBeacons(page)
  await becomeMember(page)
  await readScreen(page)

  await page.goto(`/videos/${video.id}`)
  await play(page)
  await passSecond(page, 10)
  await jump(page, 1800)
  await passSecond(page, 65)
  await page.locator('[data-media]').evaluate((film: HTMLVideoElement) => film.pause())
  await page.waitForFunction(() => document.querySelector<HTMLVideoElement>('[data-media]')?.paused)
  const seen = countSeen(await readSeen(page), video)
  await page.goto('/videos')
  expect(sum(seen)).toBeGreaterThan(14 * 30)

  const { request, close } = await asOwner(browser, owner, origin)
  await expect
    .poll(async () => tellCounts((await retention(request, video)).plays), { timeout: 20_000 })
    .toBe(tellCounts(seen))
  const curve = await retention(request, video)
  expect(curve).toMatchObject({ views: 1, uniqueViewers: 1, watchedFrames: sum(seen) })
  expect(curve.viewers).toEqual(seen.map((plays) => Math.min(plays, 1)))

  await sendAgain(page.request, bodies, origin)
  const sentAt = Date.now()
  await expect
    .poll(async () => Date.parse((await retention(request, video)).asOf), { timeout: 30_000 })
    .toBeGreaterThan(sentAt)
  const after = await retention(request, video)
  expect({ ...after, asOf: '' }).toEqual({ ...curve, asOf: '' })

  await close()
  await forgetFilm(video)
})

/** Signs up, follows the link in the mail and logs in. */
async function becomeMember(page: Page) {
  const email = newEmail()
  await page.goto('/signup')
  await page.getByLabel('Name', { exact: true }).fill('Ada Morgan')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Confirm password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
  await page.goto('/dev/outbox')
  const mail = page.getByRole('article').filter({ hasText: email })
  await mail.getByRole('link', { name: /\/verify\?token=/ }).click()
  await page.getByRole('button', { name: 'Confirm email' }).click()
  await expect(page.getByRole('heading', { name: 'Your email is confirmed' })).toBeVisible()
  await logIn(page, { email, password })
}

const play = (page: Page) =>
  page.locator('[data-media]').evaluate((film: HTMLVideoElement) => film.play())

/** To a frame, while it plays; what is on the screen is noted as of another stretch from then on. */
const jump = (page: Page, frame: number) =>
  page.locator('[data-media]').evaluate(
    (film: HTMLVideoElement, [to, seconds]) => {
      window.seen.push({ what: 'jump', to })
      film.currentTime = seconds
    },
    [frame, middleOf(frame, clips.truth.fps)] as const,
  )

const passSecond = (page: Page, seconds: number) =>
  page.waitForFunction((to) => {
    const film = document.querySelector<HTMLVideoElement>('[data-media]')
    return film && film.currentTime >= to && !film.seeking
  }, seconds)

/** The bodies of every beacon request of this page, as they went out. */
function recordBeacons(page: Page): string[] {
  const bodies: string[] = []
  page.on('request', (request) => {
    const body = request.url().endsWith('/api/watch') ? request.postData() : null
    if (body) bodies.push(body)
  })
  return bodies
}

/** Each request three times more, all of them mixed. */
async function sendAgain(request: APIRequestContext, bodies: readonly string[], origin: string) {
  expect(bodies.length).toBeGreaterThan(2)
  const thrice = [...bodies, ...bodies, ...bodies]
    .map((body, index) => ({ body, key: (index * 7919) % 101 }))
    .sort((a, b) => a.key - b.key)
  for (const { body } of thrice) {
    const headers = { 'content-type': 'application/json', origin }
    const answer = await request.post('/api/watch', { data: body, headers })
    expect(answer.status()).toBe(204)
  }
}

async function asOwner(
  browser: Browser,
  owner: { email: string; password: string },
  origin: string,
) {
  const context = await browser.newContext({ baseURL: origin })
  await logIn(await context.newPage(), owner)
  return { request: context.request, close: () => context.close() }
}

async function retention(request: APIRequestContext, video: Video): Promise<Retention> {
  const answer = await request.get(`/api/videos/${video.id}/retention?period=all`)
  expect(answer.status()).toBe(200)
  return answer.json()
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
