import type { Browser, Page } from '@playwright/test'
import { middleOf } from '#lib/videos/frameTime.ts'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import type { Host, Video } from '#lib/videos/video.ts'
import { makePerson } from '#testing/people.ts'
import { collectBeacons, countTaken, formatCounts, type Taken } from './beacons.ts'
import { addClip, type Clip, removeClip } from './clips.ts'
import { test as base, expect, logIn } from './fixtures.ts'
import { standIns } from './hosts/standIns.ts'
import { type ClipTiming, countSeen, readScreen, type Seen, stretchesSeen } from './screen.ts'
import { endErrors, stretchesTaken } from './stretches.ts'

type Person = Awaited<ReturnType<typeof makePerson>>
type OpenClip = { video: Video; member: Person; taken: Taken }

/** Opens an unwatched video as a new member, and records what the screen shows. */
export const test = base.extend<{ openClip: (clip: Clip, where?: Page) => Promise<OpenClip> }>({
  openClip: async ({ page: first }, use) => {
    const videos: Video[] = []
    await use(async (clip, page = first) => {
      const member = await makePerson()
      const video = await addClip(clip, member.id)
      videos.push(video)
      return { video, member, taken: await openVideo(page, video.id, clip, member) }
    })
    await first.close()
    for (const video of videos) await removeClip(video)
  },
})

/** Opens a video's page as a member; records what the screen shows and what the server stores. */
export async function openVideo(page: Page, videoId: string, clip: Clip, member: Person) {
  await readScreen(page)
  if (clip.host) await standIns[clip.host]?.(page.context(), clip)
  const taken = collectBeacons(page.context())
  await logIn(page, member, `/videos/${videoId}`)
  return taken
}

/** Controls the only video of a page, as its controls do. */
export function playerOf(page: Page, { fps, origin = 0 }: Clip) {
  const media = page.locator('[data-media]')
  return {
    /** Starts from a frame that is on the screen, so that it is known which one. */
    play: () =>
      media.evaluate(async (element: HTMLVideoElement) => {
        const isShown = () => element.readyState >= element.HAVE_CURRENT_DATA
        while (!isShown()) await new Promise((resolve) => requestAnimationFrame(resolve))
        await element.play()
      }),
    pause: () => media.evaluate((element: HTMLVideoElement) => element.pause()),
    set: (wishes: { playbackRate?: number; loop?: boolean }) =>
      media.evaluate(
        (element: HTMLVideoElement, wishes) => void Object.assign(element, wishes),
        wishes,
      ),
    /** Resolves when the seek has ended. */
    jump: (frame: number) =>
      media.evaluate(async (element: HTMLVideoElement, seconds) => {
        const hasSeeked = new Promise((resolve) => {
          element.addEventListener('seeked', resolve, { once: true })
        })
        // After all other frame callbacks have had this frame.
        if (!element.paused) await new Promise((news) => element.requestVideoFrameCallback(news))
        element.currentTime = seconds
        await hasSeeked
      }, middleOf(frame, fps) + origin),
    /** Until the whole video is buffered, so that it plays on offline. */
    isLoaded: () =>
      expect
        .poll(() =>
          media.evaluate(({ buffered, duration }: HTMLVideoElement) =>
            buffered.length === 1 ? duration - buffered.end(0) : duration,
          ),
        )
        .toBeLessThan(0.5),
    /** Until `frames` more frames were shown. */
    watch: (frames: number) =>
      page.evaluate(async (frames) => {
        const shown = () => window.seen.filter(({ what }) => what === 'frame').length
        for (const enough = shown() + frames; shown() < enough; ) {
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      }, frames),
    /** Until it stalls for lack of data. */
    isStarved: () =>
      expect
        .poll(() =>
          media.evaluate(
            ({ paused, readyState, HAVE_FUTURE_DATA }: HTMLVideoElement) =>
              !paused && readyState < HAVE_FUTURE_DATA,
          ),
        )
        .toBe(true),
    isOver: () =>
      expect.poll(() => media.evaluate((element: HTMLVideoElement) => element.ended)).toBe(true),
  }
}

/** Expects the server to store every frame as often as it was on the screen, and no other. */
export async function expectTaken(
  taken: Taken,
  video: ClipTiming,
  seen: readonly Seen[],
): Promise<void> {
  const least = countSeen(seen, video)
  const most = countSeen(seen, video, true)
  expect(formatCounts(least)).not.toBe('')
  const compare = () => {
    const counts = countTaken(taken, video.frames)
    const above = (a: number[], b: number[]) =>
      a.map((n, frame) => Math.max(0, n - (b[frame] ?? 0)))
    return { missing: formatCounts(above(least, counts)), extra: formatCounts(above(counts, most)) }
  }
  await expect.poll(compare, { timeout: 20_000 }).toEqual({ missing: '', extra: '' })
}

/** Expects each end of the counted stretches to be within the precision of the host. */
export async function expectWithin(
  taken: Taken,
  video: ClipTiming & { host?: Host },
  seen: readonly Seen[],
): Promise<void> {
  const { endErrorFrames } = hostFacts[video.host ?? 'file']
  const isWithin = () => {
    const errors = endErrors(stretchesSeen(seen, video), stretchesTaken(taken))
    return errors.every((frames) => Math.abs(frames) <= endErrorFrames) ? 'within' : errors
  }
  await expect(() => expect(isWithin()).toBe('within')).toPass({ timeout: 20_000 })
}

/** Expects the plays of each frame in the owner's report to fulfil `isRight`. */
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
    return isRight(plays) ? 'right' : formatCounts(plays)
  }
  await expect.poll(read, { timeout: 40_000 }).toBe('right')
  await page.close()
}
