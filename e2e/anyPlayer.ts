import type { Page } from '@playwright/test'
import { middleOf } from '#lib/videos/frameTime.ts'
import type { Clip } from './clips.ts'
import { screenOf } from './screen.ts'

/** What the elements of all hosts have in common; `nativeEl` where there is a `<video>` in the page. */
type Media = HTMLVideoElement & { nativeEl?: HTMLVideoElement | null }

/** Controls the only video of a page, at any host, as its controls do. */
export function anyPlayerOf(page: Page, { fps, origin = 0 }: Clip) {
  const media = page.locator('[data-media]')
  return {
    /** Until a `<video>` shows a frame; until a player in another site's frame has its metadata. */
    isLoaded: () =>
      media.evaluate(async (element: Media) => {
        const isOwn = element.localName.includes('-')
        if (isOwn) await customElements.whenDefined(element.localName)
        while (!(element.readyState >= (isOwn && !element.nativeEl ? 1 : 2)))
          await new Promise((resolve) => requestAnimationFrame(resolve))
      }),
    play: () => media.evaluate((element: Media) => void element.play().catch(() => {})),
    /** Resolves when it is paused. */
    pause: () =>
      media.evaluate(async (element: Media) => {
        element.pause()
        while (!element.paused) await new Promise((resolve) => requestAnimationFrame(resolve))
      }),
    setRate: (rate: number) =>
      media.evaluate((element: Media, rate) => {
        element.playbackRate = rate
      }, rate),
    /** Resolves when its frame, or on a busy machine one soon after, was shown. */
    async jump(frame: number) {
      const seconds = middleOf(frame, fps) + origin
      const before = await screenOf(page).evaluate(() => window.seen.length)
      await media.evaluate((element: Media, seconds) => {
        element.currentTime = seconds
      }, seconds)
      await screenOf(page).evaluate(
        async ([target, before]) => {
          const isTarget = (seen: (typeof window.seen)[number]) =>
            seen.what === 'frame' &&
            seen.frame !== null &&
            seen.frame >= target &&
            seen.frame < target + 120
          while (!window.seen.slice(before).some(isTarget))
            await new Promise((resolve) => requestAnimationFrame(resolve))
        },
        [frame, before] as const,
      )
    },
    /** Until it has ended. */
    isOver: () =>
      media.evaluate(async (element: Media) => {
        while (!element.paused) await new Promise((resolve) => requestAnimationFrame(resolve))
      }),
    /** Until this frame, or a later one, was shown. */
    isAt: (frame: number) =>
      screenOf(page).evaluate(async (frame) => {
        const isShown = (seen: (typeof window.seen)[number]) =>
          seen.what === 'frame' && seen.frame !== null && seen.frame >= frame
        while (!window.seen.some(isShown))
          await new Promise((resolve) => requestAnimationFrame(resolve))
      }, frame),
    /** Until `frames` more frames were shown. */
    watch: (frames: number) =>
      screenOf(page).evaluate(async (frames) => {
        const shown = () => window.seen.filter(({ what }) => what === 'frame').length
        for (const enough = shown() + frames; shown() < enough; )
          await new Promise((resolve) => requestAnimationFrame(resolve))
      }, frames),
  }
}
