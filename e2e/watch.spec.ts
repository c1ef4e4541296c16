import { countTaken, tellCounts } from './beacons.ts'
import { clips } from './clips.ts'
import { expect } from './fixtures.ts'
import { countSeen, readSeen } from './screen.ts'
import { expectTaken, filmOf, test } from './watching.ts'

test('every frame that was on the screen is counted, and no other', async ({ page, openFilm }) => {
  const clip = clips.truth
  const { taken } = await openFilm(clip)
  const film = filmOf(page, clip)
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
  await film.isOver()
  await film.play()
  await film.watch(30)
  await film.pause()
  await expectTaken(taken, clip, await readSeen(page))
})

for (const name of ['at24', 'at25', 'at2997', 'at60'] as const) {
  test(`every frame of a film ${name}, its loop, its speeds`, async ({ page, openFilm }) => {
    const clip = clips[name]
    const { taken } = await openFilm(clip)
    const film = filmOf(page, clip)
    await film.set({ loop: true })
    await film.play()
    await film.watch(25)
    await film.set({ playbackRate: 1.5 })
    await film.watch(25)
    await film.jump(clip.frames - 15)
    await film.set({ playbackRate: 1 })
    await film.watch(40)
    await film.jump(100)
    await film.watch(20)
    await film.pause()
    await expectTaken(taken, clip, await readSeen(page))
  })
}

test('a film that is started before the page has come to life loses none of its frames', async ({
  page,
  openFilm,
}) => {
  const clip = clips.truth
  const { video, taken } = await openFilm(clip)
  await page.goto('about:blank')
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const film = document.querySelector<HTMLVideoElement>('[data-media]')
      if (film) observer.disconnect()
      void film?.play()
    }).observe(document, { childList: true, subtree: true })
  })
  const film = filmOf(page, clip)
  await page.route('**/_next/static/**/*.js', async (route) => {
    await film.watch(20)
    await route.continue()
  })
  await page.goto(`/videos/${video.id}`)
  await film.watch(60)
  await film.pause()
  // In the first moments of a page pictures go by that nobody hears of; it did begin at the first.
  const last = countSeen(await readSeen(page), clip).lastIndexOf(1)
  await expect.poll(() => tellCounts(countTaken(taken, clip.frames))).toBe(`0-${last} x1`)
})
