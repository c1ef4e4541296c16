import type { Browser, Page } from '@playwright/test'
import type { Video } from '#lib/videos/video.ts'
import { middleOf } from '#lib/watch/frames.ts'
import { countTaken, type Taken, takeBeacons, tellCounts } from './beacons.ts'
import { type Clip, forgetFilm, makeFilm } from './film.ts'
import { test as base, expect, logIn, makePerson } from './fixtures.ts'
import { countSeen, readScreen, readSeen } from './screen.ts'

type OpenFilm = { video: Video; member: Awaited<ReturnType<typeof makePerson>>; taken: Taken }

/** A member who has a film open that nobody has watched; what the screen shows is noted. */
export const test = base.extend<{ openFilm: (clip: Clip) => Promise<OpenFilm> }>({
  openFilm: async ({ page }, use) => {
    const films: Video[] = []
    await use(async (clip) => {
      const member = await makePerson()
      const video = await makeFilm(clip, member.id)
      films.push(video)
      await readScreen(page)
      const taken = takeBeacons(page.context())
      await logIn(page, member, `/videos/${video.id}`)
      return { video, member, taken }
    })
    await page.close()
    for (const film of films) await forgetFilm(film)
  },
})

/** Moves the one film of a page, as its controls do. */
export function filmOf(page: Page, { fps }: Clip) {
  const media = page.locator('[data-media]')
  return {
    play: () => media.evaluate((film: HTMLVideoElement) => film.play()),
    pause: () => media.evaluate((film: HTMLVideoElement) => film.pause()),
    set: (wishes: { playbackRate?: number; loop?: boolean }) =>
      media.evaluate((film: HTMLVideoElement, wishes) => void Object.assign(film, wishes), wishes),
    /** Resolves when it has arrived. */
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
    /** All of it is in the browser: it plays on without a network. */
    isLoaded: () =>
      expect
        .poll(() =>
          media.evaluate(({ buffered, duration }: HTMLVideoElement) =>
            buffered.length === 1 ? duration - buffered.end(0) : duration,
          ),
        )
        .toBeLessThan(0.5),
    /** Until so many more frames were shown. */
    watch: (frames: number) =>
      page.evaluate(async (frames) => {
        const shown = () => window.seen.filter(({ what }) => what === 'frame').length
        for (const enough = shown() + frames; shown() < enough; ) {
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      }, frames),
    isOver: () =>
      expect.poll(() => media.evaluate((film: HTMLVideoElement) => film.ended)).toBe(true),
  }
}

/** What was on the screen so far, as text. */
export async function tellSeen(page: Page, clip: Clip): Promise<string> {
  const told = tellCounts(countSeen(await readSeen(page), clip))
  expect(told).not.toBe('')
  return told
}

/** Waits until what the server took is this, frame by frame. */
export async function expectTaken(taken: Taken, clip: Clip, seen: string): Promise<void> {
  const told = () => tellCounts(countTaken(taken, clip.frames))
  await expect.poll(told, { timeout: 20_000 }).toBe(seen)
}

/** Waits until the owner's report of a film says it, frame by frame. */
export async function expectReported(
  browser: Browser,
  videoId: string,
  isRight: (plays: number[]) => boolean,
): Promise<void> {
  const page = await browser.newPage()
  await logIn(page, await makePerson({ role: 'owner' }))
  const read = async () => {
    const answer = await page.request.get(`/api/videos/${videoId}/retention?period=all`)
    const { plays } = await answer.json()
    return isRight(plays) ? 'right' : tellCounts(plays)
  }
  await expect.poll(read, { timeout: 40_000 }).toBe('right')
  await page.close()
}
