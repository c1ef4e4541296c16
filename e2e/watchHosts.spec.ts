import { clips } from './clips.ts'
import { readSeen } from './screen.ts'
import { expectTaken, playerOf, test } from './watching.ts'

for (const name of ['hls', 'mux'] as const) {
  test(`every frame of a player by ${name}, its jumps, its speeds`, async ({ page, openClip }) => {
    const clip = clips[name]
    const { taken } = await openClip(clip)
    const player = playerOf(page, clip)
    await player.play()
    await player.watch(40)
    await player.jump(600)
    await player.watch(20)
    await player.jump(200)
    await player.set({ playbackRate: 2 })
    await player.watch(30)
    await player.pause()
    await player.set({ playbackRate: 0.5 })
    await player.play()
    await player.watch(10)
    await player.set({ playbackRate: 1 })
    await player.jump(clip.frames - 20)
    await player.isOver()
    await player.play()
    await player.watch(20)
    await player.pause()
    await expectTaken(taken, clip, await readSeen(page))
  })
}
