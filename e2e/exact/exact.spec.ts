import { hostFacts } from '#lib/videos/hosts.ts'
import { type Clip, clips } from '../clips.ts'
import { readSeen } from '../screen.ts'
import { expectTaken, filmOf, test } from '../watching.ts'
import { gestures, leftOut } from './gestures.ts'
import { holdBack } from './holdBack.ts'

/** Where a page hears of each frame; the others: `precision.spec.ts`. */
const isExact = ([, { host = 'file' }]: [string, Clip]) => hostFacts[host].precision === 'exact'

for (const [name, clip] of Object.entries<Clip>(clips).filter(isExact)) {
  test.describe(name, () => {
    for (const [gesture, act] of Object.entries(gestures)) {
      const reason = leftOut(gesture, clip)
      if (reason) continue
      test(gesture, async ({ page, openFilm }) => {
        test.setTimeout(120_000)
        const { taken } = await openFilm(clip)
        const film = filmOf(page, clip)
        await film.play()
        await film.watch(15)
        await act({ page, film, clip })
        await film.pause()
        await expectTaken(taken, clip, await readSeen(page))
      })
    }

    test('a stall', async ({ page, openFilm }) => {
      const goOn = await holdBack(page, clip)
      const { taken } = await openFilm(clip)
      const film = filmOf(page, clip)
      await film.set({ playbackRate: 2 })
      await film.play()
      await film.isStarved()
      goOn()
      await film.watch(30)
      await film.pause()
      await expectTaken(taken, clip, await readSeen(page))
    })
  })
}
