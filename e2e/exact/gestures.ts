import type { Page } from '@playwright/test'
import type { Clip } from '../clips.ts'
import { expect } from '../fixtures.ts'
import type { playerOf } from '../watching.ts'
import { sleepAndWake } from './sleep.ts'

type Gesture = (around: {
  page: Page
  player: ReturnType<typeof playerOf>
  clip: Clip
}) => Promise<void>

const scrubber = (page: Page) => page.getByRole('slider', { name: /seek/i })

/** Each starts with a playing player, and ends with one that plays or has ended. */
export const gestures: Record<string, Gesture> = {
  'at 1x': ({ player }) => player.watch(60),
  'at 1.5x': atSpeed(1.5),
  'at 2x': atSpeed(2),
  'at 0.5x': atSpeed(0.5),

  async 'jumps ahead and back'({ player, clip }) {
    for (const share of [0.5, 0.8, 0.3, 0.31, 0.7]) {
      await player.jump(Math.round(clip.frames * share))
      await player.watch(15)
    }
  },

  async 'jumps while it stands'({ player, clip }) {
    await player.pause()
    await player.jump(Math.round(clip.frames * 0.6))
    await player.jump(Math.round(clip.frames * 0.4))
    await player.play()
    await player.watch(20)
  },

  async 'seeks by keys'({ page, player, clip }) {
    await scrubber(page).focus()
    await page.keyboard.press('ArrowRight')
    await player.watch(15)
    await page.getByRole('button', { name: 'pause', exact: true }).focus()
    // The keys move ten seconds: a clip of twelve would end.
    if (secondsOf(clip) > 20) await page.keyboard.press('ArrowRight')
    await player.watch(15)
    await page.keyboard.press('ArrowLeft')
    await player.watch(15)
  },

  async 'the scrubber dragged'({ page, player, clip }) {
    const box = await scrubber(page).boundingBox()
    if (!box) throw new Error('There is no scrubber')
    // Closer together, the last frames before a seek cannot be told from those after it.
    const stepsIn = (share: number) => Math.min(25, Math.floor((share * clip.frames) / 24))
    const moveTo = (share: number, steps: number) =>
      page.mouse.move(box.x + box.width * share, box.y + box.height / 2, { steps })
    await moveTo(0.2, 1)
    await page.mouse.down()
    await moveTo(0.7, stepsIn(0.5))
    await moveTo(0.4, stepsIn(0.3))
    await page.mouse.up()
    await player.watch(25)
  },

  async pauses({ player }) {
    for (let time = 0; time < 4; time += 1) {
      await player.pause()
      await player.play()
      await player.watch(11)
    }
  },

  async 'a loop'({ player, clip }) {
    await player.set({ loop: true })
    await player.jump(clip.frames - 15)
    await player.watch(50)
  },

  async 'the end and a replay'({ player, clip }) {
    await player.jump(clip.frames - 20)
    await player.isOver()
    await player.play()
    await player.watch(30)
  },

  async 'a hidden tab'({ page, player }) {
    for (const state of ['hidden', 'visible']) {
      await page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
      await player.watch(30)
    }
  },

  async 'picture in picture'({ page, player }) {
    const isOut = () => page.evaluate(() => document.pictureInPictureElement !== null)
    const button = page.getByRole('button', { name: /picture in picture/i })
    await button.click()
    await expect.poll(isOut).toBe(true)
    await player.watch(30)
    await button.click()
    await expect.poll(isOut).toBe(false)
    await player.watch(20)
  },

  async 'its source set again'({ page, player }) {
    await page.locator('[data-media]').evaluate((element: HTMLVideoElement) => element.load())
    await player.play()
    await player.watch(30)
  },

  async 'a device that slept'({ page, player }) {
    await sleepAndWake(page)
    await player.watch(20)
  },
}

/** Why a gesture is skipped with a clip; null when it is not. */
export function skipReason(gesture: string, clip: Clip): string | null {
  const isSet = gesture === 'its source set again' && clip.host
  if (isSet) return 'hls.js sets the source, and only once'
  const isOver = gesture === 'a device that slept' && secondsOf(clip) < 60
  return isOver ? 'the player ends while it sleeps' : null
}

const secondsOf = ({ frames, fps }: Clip) => (frames * fps.den) / fps.num

function atSpeed(playbackRate: number): Gesture {
  return async ({ player }) => {
    await player.set({ playbackRate })
    await player.watch(50)
  }
}
