import type { Page } from '@playwright/test'
import { makePerson } from '#testing/people.ts'
import { countTaken } from './beacons.ts'
import { clips } from './clips.ts'
import { expect, logIn } from './fixtures.ts'
import { killTab } from './kill.ts'
import { countSeen, readScreen, readSeen } from './screen.ts'
import { expectReported, expectTaken, playerOf, test } from './watching.ts'

/** What the browser itself logs while offline. */
test.use({ expectedErrors: [/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_RESET)/] })

const clip = clips.truth
const player = (page: Page) => playerOf(page, clip)

/** More than a page keeps unsaved: frames of a little over a second. */
const A_FLUSH = 40

async function countNow(page: Page) {
  return countSeen(await readSeen(page), clip)
}

/** Whether all of `least` is counted, and beyond it only frames played while it ended. */
function isCounted(plays: number[], least: number[]) {
  const more = plays.reduce((sum, count, frame) => sum + count - (least[frame] ?? 0), 0)
  return plays.every((count, frame) => count >= (least[frame] ?? 0)) && more < 60
}

test('after an hour offline, simulated, everything arrives when the network is back', async ({
  page,
  context,
  openClip,
}) => {
  const { taken } = await openClip(clip)
  await player(page).play()
  await player(page).watch(30)
  await player(page).isLoaded()
  await context.setOffline(true)
  for (const frame of [900, 200, 2500]) {
    await player(page).jump(frame)
    await player(page).watch(45)
  }
  await player(page).pause()
  await expect(page.locator('main')).not.toContainText(/error|fail|wrong|offline|lost/i)
  expect(countTaken(taken, clip.frames)[2500]).toBe(0)
  await context.setOffline(false)
  await expectTaken(taken, clip, await readSeen(page))
})

test('503 and 429 are retried after the time they name', async ({ page, openClip }) => {
  const { taken } = await openClip(clip)
  const answers = [
    { status: 503, headers: { 'retry-after': '1' }, json: { reason: 'try-again' } },
    { status: 429, headers: { 'retry-after': '1' }, json: { reason: 'too-many' } },
    { status: 502, body: 'Bad gateway' },
  ]
  await page.route('**/api/watch', (route) => {
    const answer = answers.shift()
    return answer ? route.fulfill(answer) : route.continue()
  })
  await player(page).play()
  await player(page).watch(60)
  await player(page).pause()
  await expectTaken(taken, clip, await readSeen(page))
  expect(answers).toEqual([])
})

test('a page that is left while it plays has sent everything, and the next one resumes there', async ({
  page,
  browser,
  openClip,
}) => {
  test.setTimeout(90_000)
  const { video } = await openClip(clip)
  await player(page).play()
  await player(page).watch(70)
  const seen = await countNow(page)
  await page.goto('/account')
  await page.goto(`/videos/${video.id}`)
  const { resumeFrame } = JSON.parse((await page.locator('#playback').textContent()) ?? '')
  const last = seen.lastIndexOf(1)
  expect(resumeFrame).toBeGreaterThanOrEqual(last)
  expect(resumeFrame).toBeLessThan(last + 60)
  await expect(page.getByText(/Resumed at 0:0\d/)).toBeVisible()
  await expectReported(browser, video.id, (plays) => isCounted(plays, seen))
})

test('a killed tab loses at most its last second', async ({ page, context, openClip }) => {
  const { taken } = await openClip(clip)
  await player(page).play()
  await player(page).watch(30)
  await player(page).isLoaded()
  await context.setOffline(true)
  await player(page).jump(1000)
  await player(page).watch(60)
  const seen = await countNow(page)
  await player(page).watch(A_FLUSH)
  await killTab(page)
  await context.setOffline(false)
  const next = await context.newPage()
  await next.goto('/account')
  await expect.poll(() => isCounted(countTaken(taken, clip.frames), seen)).toBe(true)
  const left = () =>
    next.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('/')))
  await expect.poll(left).toEqual([])
})

test('two tabs of one video are two playbacks', async ({ page, context, openClip }) => {
  const { video, taken } = await openClip(clip)
  const other = await context.newPage()
  await readScreen(other)
  await other.goto(`/videos/${video.id}`)
  await player(other).jump(3000)
  await Promise.all([player(page).play(), player(other).play()])
  await player(other).watch(50)
  await player(other).pause()
  await page.bringToFront()
  await player(page).watch(20)
  await player(page).pause()
  const [one = [], two = []] = await Promise.all([countNow(page), countNow(other)])
  const both = one.map((count, frame) => count + (two[frame] ?? 0))
  await expect.poll(() => countTaken(taken, clip.frames), { timeout: 20_000 }).toEqual(both)
})

test('beacons of a member logged out while watching are sent after the next log-in', async ({
  page,
  context,
  openClip,
}) => {
  const { member, taken } = await openClip(clip)
  await player(page).play()
  await player(page).watch(30)
  // After the log-out no more of it is stored.
  await player(page).isLoaded()
  const other = await context.newPage()
  await other.goto('/account')
  await other.getByRole('button', { name: 'Log out' }).click()
  await other.waitForURL('**/login')
  const refused = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/watch') && answer.status() === 401,
  )
  await player(page).jump(1500)
  await player(page).watch(60)
  await player(page).pause()
  await refused
  const seen = await readSeen(page)
  await page.close()
  await logIn(other, member)
  await expectTaken(taken, clip, seen)
})

test('another member in the same browser does not send them', async ({
  page,
  context,
  openClip,
}) => {
  const { member, taken } = await openClip(clip)
  const token: string = JSON.parse((await page.locator('#playback').textContent()) ?? '').token
  await context.route('**/api/watch', (route) => route.abort('connectionreset'))
  await player(page).play()
  await player(page).watch(40)
  await player(page).pause()
  const seen = await readSeen(page)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.waitForURL('**/login')

  const other = await makePerson()
  const foreign: string[] = []
  context.on('request', (request) => {
    if (request.postData()?.includes(token)) foreign.push(request.url())
  })
  await context.unroute('**/api/watch')
  await logIn(page, other, '/account')
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.waitForURL('**/login')
  await logIn(page, member)
  await expectTaken(taken, clip, seen)
})

test('a browser with full storage still sends everything', async ({ page, context, openClip }) => {
  await page.addInitScript(() => {
    for (let size = 2 ** 22; size >= 1; size /= 2) {
      for (let more = 0; ; more += 1) {
        try {
          localStorage.setItem(`full-${size}-${more}`, 'x'.repeat(size))
        } catch {
          break
        }
      }
    }
  })
  const { taken } = await openClip(clip)
  await player(page).play()
  await player(page).watch(30)
  await player(page).isLoaded()
  await context.setOffline(true)
  await player(page).jump(800)
  await player(page).watch(60)
  await player(page).pause()
  await context.setOffline(false)
  await expectTaken(taken, clip, await readSeen(page))
})

test('frames played in a hidden page count, and are marked as not visible', async ({
  page,
  openClip,
}) => {
  const { taken } = await openClip(clip)
  await player(page).play()
  await player(page).watch(30)
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await player(page).watch(45)
  await player(page).pause()
  await expectTaken(taken, clip, await readSeen(page))
  const looked = [...taken.values()].flatMap(({ segments }) => segments.map(([, , , seen]) => seen))
  expect(looked[0]).toBe(1)
  expect(looked.at(-1)).toBe(0)
})
