import { expect, type Page, test } from '@playwright/test'
import type { Video } from '#lib/videos/video.ts'
import { middleOf } from '#lib/watch/frames.ts'
import { countTaken, takeBeacons, tellCounts } from './beacons.ts'
import { type Clip, clips, forgetFilm, makeFilm } from './film.ts'
import { logInAsSomeoneNew } from './people.ts'
import { countSeen, readScreen, readSeen } from './screen.ts'

/** Drives the one film of a page as scripts, keys and the mouse of a member would. */
function filmOf(page: Page, { fps }: Clip) {
  const media = page.locator('[data-media]')
  return {
    play: () => media.evaluate((film: HTMLVideoElement) => film.play()),
    pause: () => media.evaluate((film: HTMLVideoElement) => film.pause()),
    set: (wishes: { playbackRate?: number; loop?: boolean }) =>
      media.evaluate((film: HTMLVideoElement, wishes) => void Object.assign(film, wishes), wishes),
    /** Resolves when the picture is there. */
    jump: (frame: number) =>
      media.evaluate(
        async (film: HTMLVideoElement, [to, seconds]) => {
          const isThere = new Promise((resolve) => {
            film.addEventListener('seeked', resolve, { once: true })
          })
          window.seen.push({ what: 'jump', to })
          film.currentTime = seconds
          await isThere
        },
        [frame, middleOf(frame, fps)] as const,
      ),
    /** Until so many frames more were shown. */
    watch: (frames: number) =>
      page.evaluate(async (frames) => {
        const isFrame = ({ what }: { what: string }) => what === 'frame'
        const before = window.seen.filter(isFrame).length
        while (window.seen.filter(isFrame).length < before + frames) {
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      }, frames),
    until: (event: string) =>
      media.evaluate(
        (film, event) =>
          new Promise<void>((resolve) =>
            film.addEventListener(event, () => resolve(), { once: true }),
          ),
        event,
      ),
  }
}

async function openFilm(page: Page, clip: Clip) {
  const member = await logInAsSomeoneNew(page, 'member')
  const video = await makeFilm(clip, member.id)
  await readScreen(page)
  const taken = takeBeacons(page)
  await page.goto(`/videos/${video.id}`)
  return { member, video, taken, film: filmOf(page, clip) }
}

/** Waits until what the server took is what was on the screen, frame by frame. */
async function expectSeenIsTaken(page: Page, clip: Clip, taken: ReturnType<typeof takeBeacons>) {
  const seen = tellCounts(countSeen(await readSeen(page), clip))
  expect(seen).not.toBe('')
  await expect
    .poll(() => tellCounts(countTaken(taken, clip.frames)), { timeout: 15_000 })
    .toBe(seen)
}

/** Waits until the owner's report says the same. */
async function expectSeenIsReported(page: Page, clip: Clip, video: Video, browserPage: Page) {
  const seen = tellCounts(countSeen(await readSeen(page), clip))
  await expect
    .poll(
      async () => {
        const answer = await browserPage.request.get(`/api/videos/${video.id}/retention?period=all`)
        return tellCounts((await answer.json()).plays)
      },
      { timeout: 40_000 },
    )
    .toBe(seen)
}

test('every frame that was on the screen is counted, and no other', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const clip = clips.truth
  const { video, taken, film } = await openFilm(page, clip)
  try {
    await film.play()
    await film.watch(60)
    await film.pause()
    await film.play()
    await film.watch(30)
    await film.jump(2000)
    await film.watch(45)
    await film.jump(1950)
    await film.watch(30)
    await film.set({ playbackRate: 2 })
    await film.watch(60)
    await film.set({ playbackRate: 0.5 })
    await film.watch(15)
    await film.pause()
    await film.jump(700)
    await film.jump(300)
    await film.set({ playbackRate: 1 })
    await film.play()
    await film.watch(20)
    await film.jump(3570)
    await film.until('ended')
    await film.play()
    await film.watch(30)
    await film.pause()
    await expectSeenIsTaken(page, clip, taken)

    const owner = await browser.newPage()
    await logInAsSomeoneNew(owner, 'owner')
    await expectSeenIsReported(page, clip, video, owner)
    await owner.close()
  } finally {
    await forgetFilm(video)
  }
})

for (const name of ['at24', 'at25', 'at2997', 'at60'] as const) {
  test(`every frame of the film ${name}, its loop and its speeds`, async ({ page }) => {
    const clip = clips[name]
    const { video, taken, film } = await openFilm(page, clip)
    try {
      await film.set({ loop: true })
      await film.play()
      await film.watch(40)
      await film.set({ playbackRate: 1.5 })
      await film.watch(40)
      await film.jump(clip.frames - 30)
      await film.set({ playbackRate: 1 })
      await film.watch(80)
      await film.jump(100)
      await film.watch(30)
      await film.pause()
      await expectSeenIsTaken(page, clip, taken)
    } finally {
      await forgetFilm(video)
    }
  })
}
