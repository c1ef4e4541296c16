import type { APIRequestContext, Browser, Page } from '@playwright/test'
import type { Video } from '#lib/videos/video.ts'
import type { Retention } from '#lib/watch/analytics/retention.ts'
import { makePerson, newEmail } from '#testing/people.ts'
import { collectBeacons, countTaken, formatCounts } from './beacons.ts'
import { addClip, clips, removeClip } from './clips.ts'
import { expect, logIn, test } from './fixtures.ts'
import { account, confirm, logIn as logInByForm, signUp } from './membersSteps.ts'
import { readScreen, readSeen } from './screen.ts'
import { expectTaken, playerOf } from './watching.ts'

/*
 * The whole flow of a new member and the owner: sign up, confirm, log in, watch, and see in the studio
 * exactly the frames that were on the screen, although each beacon was sent four times.
 */
test('the owner sees exactly the frames that a new member watched', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const origin = String(baseURL)
  const owner = await makePerson({ role: 'owner' })
  const video = await addClip(clips.truth, owner.id)
  const bodies = recordBeacons(page)
  const taken = collectBeacons(page.context())
  const email = newEmail()
  await signUp(page, email)
  await confirm(page, email)
  await logInByForm(page, email)
  await expect(account(page)).toBeVisible()
  await readScreen(page)

  await page.goto(`/videos/${video.id}`)
  const player = playerOf(page, clips.truth)
  await player.play()
  await passSecond(page, 10)
  await player.jump(1800)
  await passSecond(page, 65)
  await player.pause()
  await expectTaken(taken, video, await readSeen(page))
  const seen = countTaken(taken, video.frames)
  await page.goto('/videos')
  expect(sum(seen)).toBeGreaterThan(14 * 30)

  await sendAgain(page.request, bodies, origin)

  const { request, close } = await asOwner(browser, owner, origin)
  await expect
    .poll(async () => formatCounts((await retention(request, video)).plays), { timeout: 20_000 })
    .toBe(formatCounts(seen))
  const curve = await retention(request, video)
  expect(curve).toMatchObject({ views: 1, uniqueViewers: 1, watchedFrames: sum(seen) })
  expect(curve.viewers).toEqual(seen.map((plays) => Math.min(plays, 1)))

  await close()
  await removeClip(video)
})

const passSecond = (page: Page, seconds: number) =>
  page.waitForFunction((to) => {
    const player = document.querySelector<HTMLVideoElement>('[data-media]')
    return player && player.currentTime >= to && !player.seeking
  }, seconds)

/** The bodies of all beacon requests of this page. */
function recordBeacons(page: Page): string[] {
  const bodies: string[] = []
  page.on('request', (request) => {
    const body = request.url().endsWith('/api/watch') ? request.postData() : null
    if (body) bodies.push(body)
  })
  return bodies
}

/** Sends each request three more times, in random order. */
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
