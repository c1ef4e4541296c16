import { countTaken, formatCounts } from './beacons.ts'
import { clips } from './clips.ts'
import { expect } from './fixtures.ts'
import { countSeen, readSeen } from './screen.ts'
import { expectTaken, playerOf, test } from './watching.ts'

test('every frame that was on the screen is counted, and no other', async ({ page, openClip }) => {
  const clip = clips.truth
  const { taken } = await openClip(clip)
  const player = playerOf(page, clip)
  await player.play()
  await player.watch(60)
  await player.pause()
  await player.play()
  await player.watch(30)
  await player.jump(2000)
  await player.watch(45)
  await player.jump(1950)
  await player.watch(30)
  await player.set({ playbackRate: 2 })
  await player.watch(60)
  await player.set({ playbackRate: 0.5 })
  await player.watch(15)
  await player.pause()
  await player.jump(700)
  await player.jump(300)
  await player.set({ playbackRate: 1 })
  await player.play()
  await player.watch(20)
  await player.jump(3570)
  await player.isOver()
  await player.play()
  await player.watch(30)
  await player.pause()
  await expectTaken(taken, clip, await readSeen(page))
})

for (const name of ['at24', 'at25', 'at2997', 'at60'] as const) {
  test(`every frame of a player ${name}, its loop, its speeds`, async ({ page, openClip }) => {
    const clip = clips[name]
    const { taken } = await openClip(clip)
    const player = playerOf(page, clip)
    await player.set({ loop: true })
    await player.play()
    await player.watch(25)
    await player.set({ playbackRate: 1.5 })
    await player.watch(25)
    await player.jump(clip.frames - 15)
    await player.set({ playbackRate: 1 })
    await player.watch(40)
    await player.jump(100)
    await player.watch(20)
    await player.pause()
    await expectTaken(taken, clip, await readSeen(page))
  })
}

test('a video started before the page is hydrated loses no frame', async ({ page, openClip }) => {
  const clip = clips.truth
  const { video, taken } = await openClip(clip)
  await page.goto('about:blank')
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const player = document.querySelector<HTMLVideoElement>('[data-media]')
      if (player) observer.disconnect()
      void player?.play()
    }).observe(document, { childList: true, subtree: true })
  })
  const player = playerOf(page, clip)
  await page.route('**/_next/static/**/*.js', async (route) => {
    await player.watch(20)
    await route.continue()
  })
  await page.goto(`/videos/${video.id}`)
  await player.watch(60)
  await player.pause()
  // While a page loads, frames are shown without an event; playback did begin at the first frame.
  const last = countSeen(await readSeen(page), clip).lastIndexOf(1)
  await expect.poll(() => formatCounts(countTaken(taken, clip.frames))).toBe(`0-${last} x1`)
})
