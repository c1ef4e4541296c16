import type { Page } from '@playwright/test'
import type { Clip } from '../clips.ts'
import { expect } from '../fixtures.ts'
import type { filmOf } from '../watching.ts'
import { sleepAndWake } from './sleep.ts'

type Gesture = (around: {
  page: Page
  film: ReturnType<typeof filmOf>
  clip: Clip
}) => Promise<void>

const scrubber = (page: Page) => page.getByRole('slider', { name: /seek/i })

/** All begin with a film that plays, and end with one that plays or has ended. */
export const gestures: Record<string, Gesture> = {
  'at 1x': ({ film }) => film.watch(60),
  'at 1.5x': atSpeed(1.5),
  'at 2x': atSpeed(2),
  'at 0.5x': atSpeed(0.5),

  async 'jumps ahead and back'({ film, clip }) {
    for (const share of [0.5, 0.8, 0.3, 0.31, 0.7]) {
      await film.jump(Math.round(clip.frames * share))
      await film.watch(15)
    }
  },

  async 'jumps while it stands'({ film, clip }) {
    await film.pause()
    await film.jump(Math.round(clip.frames * 0.6))
    await film.jump(Math.round(clip.frames * 0.4))
    await film.play()
    await film.watch(20)
  },

  async 'seeks by keys'({ page, film, clip }) {
    await scrubber(page).focus()
    await page.keyboard.press('ArrowRight')
    await film.watch(15)
    await page.getByRole('button', { name: 'pause', exact: true }).focus()
    // Ten seconds each; from a film of twelve that would be the end.
    if (secondsOf(clip) > 20) await page.keyboard.press('ArrowRight')
    await film.watch(15)
    await page.keyboard.press('ArrowLeft')
    await film.watch(15)
  },

  async 'the scrubber dragged'({ page, film, clip }) {
    const box = await scrubber(page).boundingBox()
    if (!box) throw new Error('The scrubber is not there')
    // Nearer to each other nobody can tell the last pictures before a jump from those after it.
    const stepsIn = (share: number) => Math.min(25, Math.floor((share * clip.frames) / 24))
    const moveTo = (share: number, steps: number) =>
      page.mouse.move(box.x + box.width * share, box.y + box.height / 2, { steps })
    await moveTo(0.2, 1)
    await page.mouse.down()
    await moveTo(0.7, stepsIn(0.5))
    await moveTo(0.4, stepsIn(0.3))
    await page.mouse.up()
    await film.watch(25)
  },

  async pauses({ film }) {
    for (let time = 0; time < 4; time += 1) {
      await film.pause()
      await film.play()
      await film.watch(11)
    }
  },

  async 'a loop'({ film, clip }) {
    await film.set({ loop: true })
    await film.jump(clip.frames - 15)
    await film.watch(50)
  },

  async 'the end and a replay'({ film, clip }) {
    await film.jump(clip.frames - 20)
    await film.isOver()
    await film.play()
    await film.watch(30)
  },

  async 'a hidden tab'({ page, film }) {
    for (const state of ['hidden', 'visible']) {
      await page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
      await film.watch(30)
    }
  },

  async 'picture in picture'({ page, film }) {
    const isOut = () => page.evaluate(() => document.pictureInPictureElement !== null)
    const button = page.getByRole('button', { name: /picture in picture/i })
    await button.click()
    await expect.poll(isOut).toBe(true)
    await film.watch(30)
    await button.click()
    await expect.poll(isOut).toBe(false)
    await film.watch(20)
  },

  async 'its source set again'({ page, film }) {
    await page.locator('[data-media]').evaluate((film: HTMLVideoElement) => film.load())
    await film.play()
    await film.watch(30)
  },

  async 'a device that slept'({ page, film }) {
    await sleepAndWake(page)
    await film.watch(20)
  },
}

/** Why a gesture is not tried with a clip; null when it is. */
export function leftOut(gesture: string, clip: Clip): string | null {
  const isSet = gesture === 'its source set again' && clip.host
  if (isSet) return 'hls.js sets the source, and only once'
  const isOver = gesture === 'a device that slept' && secondsOf(clip) < 60
  return isOver ? 'the film ends while it sleeps' : null
}

const secondsOf = ({ frames, fps }: Clip) => (frames * fps.den) / fps.num

function atSpeed(playbackRate: number): Gesture {
  return async ({ film }) => {
    await film.set({ playbackRate })
    await film.watch(50)
  }
}
