import { hostFacts } from '#lib/videos/hosts.ts'
import { precisionWords } from '#lib/videos/precisionWords.ts'
import type { Video } from '#lib/videos/video.ts'
import { anyFilmOf } from './anyFilm.ts'
import { clips } from './film.ts'
import { expect, logIn, makePerson } from './fixtures.ts'
import { readSeen, stretchesSeen } from './screen.ts'
import { expectWithin, test } from './watching.ts'

const kinds = ['truth', 'hls', 'mux', 'youtube', 'vimeo', 'wistia'] as const

/** Frames: ten seconds. */
const PLAYED = 300

test('ten seconds of every kind, in one report, each as exact as it says', async ({
  page,
  openFilm,
}) => {
  test.setTimeout(180_000)
  const films: { video: Video; shown: number }[] = []
  for (const kind of kinds) {
    await test.step(kind, async () => {
      const clip = clips[kind]
      const tab = await page.context().newPage()
      const { video, taken } = await openFilm(clip, tab)
      const film = anyFilmOf(tab, clip)
      await film.isThere()
      await film.play()
      await film.isAt(PLAYED)
      await film.pause()
      const seen = await readSeen(tab)
      await expectWithin(taken, clip, seen)
      await tab.close()
      const [stretch = { first: 0, last: -1 }] = stretchesSeen(seen, clip)
      films.push({ video, shown: stretch.last + 1 - stretch.first })
    })
  }

  await logIn(page, await makePerson({ role: 'owner' }), '/studio')
  for (const { video, shown } of films) {
    const { name, endError } = hostFacts[video.host]
    const row = page.getByRole('article').filter({ hasText: video.title })
    await expect(row).toContainText(`${name} · ${precisionWords(video)}`)
    const isCounted = async () => {
      const answer = await page.request.get(`/api/videos/${video.id}/retention?period=all`)
      const { views, watchedFrames } = await answer.json()
      return { views, isWithin: Math.abs(watchedFrames - shown) <= 2 * endError }
    }
    await expect.poll(isCounted, { timeout: 40_000 }).toEqual({ views: 1, isWithin: true })
  }
})
