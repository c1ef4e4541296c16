import { seededRandom } from '#lib/random.ts'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import { anyPlayerOf } from '../anyPlayer.ts'
import { clips } from '../clips.ts'
import { expect } from '../fixtures.ts'
import { readSeen, stretchesSeen } from '../screen.ts'
import { endErrors, stretchesTaken } from '../stretches.ts'
import { test } from '../watching.ts'

const { SEED = '1', TURNS = '24' } = process.env
const kinds = ['truth', 'hls', 'mux', 'youtube', 'vimeo', 'wistia'] as const

/** A viewer who seeks at random, plays at every speed and pauses; see `docs/precision.md`. */
for (const kind of kinds) {
  test(`the ends of counted stretches at ${kind}`, async ({ page, openClip }) => {
    test.setTimeout(240_000)
    const clip = clips[kind]
    const random = seededRandom(Number(SEED))
    const { taken } = await openClip(clip)
    const player = anyPlayerOf(page, clip)
    await player.isLoaded()
    await player.play()
    await player.watch(30)
    for (let turn = 0; turn < Number(TURNS); turn += 1) {
      await player.setRate(random.pick([1, 1.5, 2, 0.5]) ?? 1)
      await player.watch(10 + random.below(30))
      if (random.chance(0.3)) await player.pause()
      await player.jump(20 + random.below(clip.frames - 200))
      await player.play()
      await player.watch(15)
    }
    await player.setRate(1)
    await player.jump(clip.frames - 60)
    await player.isAt(clip.frames - 2)
    await player.isOver()
    await player.play()
    await player.watch(30)
    await player.pause()

    const seen = await readSeen(page)
    const stands = stretchesSeen(seen, clip).at(-1)?.last ?? 0
    const isAllTaken = () => Math.abs(([...taken.values()].at(-1)?.position ?? -1) - stands) < 4
    await expect.poll(isAllTaken, { timeout: 20_000 }).toBe(true)
    const ends = endErrors(stretchesSeen(seen, clip), stretchesTaken(taken))
    const errors = ends.map(Math.abs).sort((a, b) => a - b)
    const at = (share: number) => errors[Math.ceil(errors.length * share) - 1] ?? 0
    const exact = errors.filter((error) => error === 0).length
    console.log(
      `precision of ${kind}: ${errors.length} ends, ${exact} right, ` +
        `half within ${at(0.5)}, 95 of 100 within ${at(0.95)}, the worst ${at(1)} frames`,
    )
    expect(at(0.95)).toBeLessThanOrEqual(
      hostFacts['host' in clip ? clip.host : 'file'].endErrorFrames,
    )
  })
}
