import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import { getVideo } from '#lib/videos/library.ts'
import { precisionLabel } from '#lib/videos/precisionLabel.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'
import type { Video } from '#lib/videos/video.ts'
import { makePerson } from '#testing/people.ts'
import { anyPlayerOf } from './anyPlayer.ts'
import type { Taken } from './beacons.ts'
import { startBehindNginx } from './behindNginx.ts'
import { type Clip, clips } from './clips.ts'
import { expect, logIn } from './fixtures.ts'
import { readSeen, stretchesSeen } from './screen.ts'
import { uploadVideo } from './uploading.ts'
import { expectWithin, openVideo, test as watching } from './watching.ts'

const kinds = ['truth', 'hls', 'mux', 'youtube', 'vimeo', 'wistia'] as const
const SECONDS = 10

/** The site behind nginx. */
const test = watching.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  baseURL: async ({}, use) => {
    const site = await startBehindNginx()
    await use(site.url)
    await site.stop()
  },
})

test('ten seconds at every host are counted in one report, within the precision of each host', async ({
  page,
  openClip,
}) => {
  test.setTimeout(360_000)
  const videos: { video: Video; shown: number }[] = []

  /** Plays a video from its start in a tab of its own. */
  async function playTen(clip: Clip, open: (tab: Page) => Promise<{ video: Video; taken: Taken }>) {
    const tab = await page.context().newPage()
    const { video, taken } = await open(tab)
    const player = anyPlayerOf(tab, clip)
    await player.isLoaded()
    await player.play()
    await player.isAt((SECONDS * clip.fps.num) / clip.fps.den)
    await player.pause()
    const seen = await readSeen(tab)
    await expectWithin(taken, clip, seen)
    await tab.close()
    const [stretch = { first: 0, last: -1 }] = stretchesSeen(seen, clip)
    videos.push({ video, shown: stretch.last + 1 - stretch.first })
  }

  for (const kind of kinds)
    await test.step(kind, () => playTen(clips[kind], (tab) => openClip(clips[kind], tab)))

  const owner = await makePerson({ role: 'owner' })
  await logIn(page, owner, '/studio')
  const uploaded = await test.step('upload', async () => {
    const clip = clips.at24
    const video = await getVideo(await uploadVideo(page, clip.file, `Truth ${randomUUID()}`))
    if (!video) throw new Error('Nothing in the library of what was uploaded.')
    await playTen(clip, async (tab) => {
      const piece = tab.waitForResponse(/\/media\/s\/.*\.m4s$/)
      const taken = await openVideo(tab, video.id, clip, await makePerson())
      // The site sets it on every response; nginx serves files from the disk without it.
      expect((await piece).headers()['x-frame-options']).toBeUndefined()
      return { video, taken }
    })
    return video
  })

  // The tabs belonged to other members, in the same browser.
  await logIn(page, owner, '/studio')
  for (const { video, shown } of videos) {
    const { name, endErrorFrames } = hostFacts[video.host]
    const row = page.getByRole('article').filter({ hasText: video.title })
    await expect(row).toContainText(`${name} · ${precisionLabel(video)}`)
    const isCounted = async () => {
      const answer = await page.request.get(`/api/videos/${video.id}/retention?period=all`)
      const { views, watchedFrames } = await answer.json()
      return { views, isWithin: Math.abs(watchedFrames - shown) <= 2 * endErrorFrames }
    }
    await expect.poll(isCounted, { timeout: 40_000 }).toEqual({ views: 1, isWithin: true })
  }
  await removeVideo(uploaded.id)
})
