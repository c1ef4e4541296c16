import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import { type Clip, clips } from '../clips.ts'
import { readSeen } from '../screen.ts'
import { expectTaken, playerOf, test } from '../watching.ts'
import { gestures, skipReason } from './gestures.ts'
import { holdBack } from './holdBack.ts'

/** Hosts whose players report each frame; for the others see `precision.spec.ts`. */
const isExact = ([, { host = 'file' }]: [string, Clip]) => hostFacts[host].precision === 'exact'

for (const [name, clip] of Object.entries<Clip>(clips).filter(isExact)) {
  test.describe(name, () => {
    for (const [gesture, act] of Object.entries(gestures)) {
      const reason = skipReason(gesture, clip)
      if (reason) continue
      test(gesture, async ({ page, openClip }) => {
        test.setTimeout(120_000)
        const { taken } = await openClip(clip)
        const player = playerOf(page, clip)
        await player.play()
        await player.watch(15)
        await act({ page, player, clip })
        await player.pause()
        await expectTaken(taken, clip, await readSeen(page))
      })
    }

    test('a stall', async ({ page, openClip }) => {
      const goOn = await holdBack(page, clip)
      const { taken } = await openClip(clip)
      const player = playerOf(page, clip)
      await player.set({ playbackRate: 2 })
      await player.play()
      await player.isStarved()
      goOn()
      await player.watch(30)
      await player.pause()
      await expectTaken(taken, clip, await readSeen(page))
    })
  })
}
