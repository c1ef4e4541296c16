import { randomUUID } from 'node:crypto'
import { parseLink } from '#lib/videos/parseLink.ts'
import { makePerson } from '#testing/people.ts'
import { makeVideo } from '#testing/videos.ts'
import { anyPlayerOf } from '../anyPlayer.ts'
import { collectBeacons, countTaken } from '../beacons.ts'
import { removeClip } from '../clips.ts'
import { expect, logIn, test } from '../fixtures.ts'

/** Videos from the hosts' own documentation; LIVE_YOUTUBE and so on set others. */
const videos = {
  YOUTUBE: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  VIMEO: 'https://vimeo.com/76979871',
  WISTIA: 'https://wesleyluyten.wistia.com/medias/oifkgmxnkb',
  MUX: 'https://stream.mux.com/a4nOgmxGWg6gULfcBbAa00gXyfcwPnAFldF8RdsNyk8M.m3u8',
}

/** Seconds played, and the tolerance of the count, because starting takes time. */
const PLAYED_SECONDS = 10
const TOLERANCE_SECONDS = 1.5
const FPS = { num: 30, den: 1 }

// Hosts write errors of their own to the console.
test.use({ expectedErrors: [/./] })

for (const [host, player] of Object.entries(videos)) {
  test(`ten seconds of a real player of ${host}`, async ({ page, context }) => {
    const read = parseLink(process.env[`LIVE_${host}`] ?? player)
    if (!read.ok) throw new Error(read.reason)
    const owner = await makePerson({ role: 'owner' })
    const title = `Live ${randomUUID()}`
    const frames = 3600 * FPS.num
    const video = await makeVideo({ ...read.link, title, frames, fps: FPS, addedBy: owner.id })
    try {
      const taken = collectBeacons(context)
      await logIn(page, owner, `/videos/${video.id}`)
      const player = anyPlayerOf(page, { file: '', frames, fps: FPS })
      const isLoaded = await Promise.race([
        player.isLoaded().then(() => true),
        page.waitForTimeout(30_000).then(() => false),
      ])
      test.skip(!isLoaded, 'this host cannot be reached from here')
      await player.play()
      const at = () => page.locator('[data-media]').evaluate((m: HTMLVideoElement) => m.currentTime)
      await expect.poll(at, { timeout: 30_000 }).toBeGreaterThan(0.2)
      await expect.poll(at, { timeout: 60_000 }).toBeGreaterThan(PLAYED_SECONDS)
      await player.pause()
      const seconds = () =>
        countTaken(taken, frames).reduce((sum, count) => sum + count, 0) / FPS.num
      await expect
        .poll(seconds, { timeout: 20_000 })
        .toBeGreaterThan(PLAYED_SECONDS - TOLERANCE_SECONDS)
      expect(seconds()).toBeLessThan((await at()) + TOLERANCE_SECONDS)
    } finally {
      await removeClip(video)
    }
  })
}
