import { clips } from './clips.ts'
import { readSeen } from './screen.ts'
import { expectTaken, filmOf, test } from './watching.ts'

for (const name of ['hls', 'mux'] as const) {
  test(`every frame of a film by ${name}, its jumps, its speeds`, async ({ page, openFilm }) => {
    const clip = clips[name]
    const { taken } = await openFilm(clip)
    const film = filmOf(page, clip)
    await film.play()
    await film.watch(40)
    await film.jump(600)
    await film.watch(20)
    await film.jump(200)
    await film.set({ playbackRate: 2 })
    await film.watch(30)
    await film.pause()
    await film.set({ playbackRate: 0.5 })
    await film.play()
    await film.watch(10)
    await film.set({ playbackRate: 1 })
    await film.jump(clip.frames - 20)
    await film.isOver()
    await film.play()
    await film.watch(20)
    await film.pause()
    await expectTaken(taken, clip, await readSeen(page))
  })
}
