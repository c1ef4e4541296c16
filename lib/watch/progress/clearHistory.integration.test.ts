import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { readRetention } from '#lib/watch/analytics/retention.ts'
import { readViewer } from '#lib/watch/analytics/viewer.ts'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { startPlayback } from '#lib/watch/startPlayback.ts'
import { mergeEverything } from '#testing/merging.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { beaconOf, sendBeacons } from '#testing/sendBeacons.ts'
import { makeVideo } from '#testing/videos.ts'
import { clearHistory } from './clearHistory.ts'
import { readWatchProgress, visibleHistory } from './watchProgress.ts'

beforeAll(async () => {
  await useOwnKeyspace('clears')
  await openLanes()
})

/** Steps are 100 ms apart and all in the past. */
const BEGAN = Date.now() - 600_000
const at = (step: number) => BEGAN + step * 100

/** One member and one playback of a video; each `watch` sends one beacon. */
function visit(video: Video, memberId: string = randomUUID()) {
  const claims = newClaims(memberId, video, BEGAN - 3_600_000)
  let seq = 0
  return {
    memberId,
    async watch(step: number, start: number, end: number, age = 0) {
      const now = () => at(step)
      const sent = await sendBeacons(claims, [beaconOf(seq++, [start, end])], { now, age })
      expect(sent).toEqual({ status: 204 })
    },
    clear: (step: number) => clearHistory(memberId, video.id, new Date(at(step))),
    async resume() {
      const started = await startPlayback({ memberId, video, now: Date.now() })
      return started.ok ? started.page.resumeFrame : null
    },
    async isShown() {
      return visibleHistory(await readWatchProgress(memberId)).has(video.id)
    },
  }
}

it('removes a video, lets it start from the beginning, and does not change the counts', async () => {
  const video = await makeVideo({ frames: 1000 })
  const { memberId, ...member } = visit(video)
  await member.watch(1, 0, 950)
  await mergeEverything()
  expect([await member.isShown(), await member.resume()]).toEqual([true, 950])
  const counted = () => Promise.all([readRetention(video, 'all'), readViewer(video, memberId)])
  const [{ asOf: _, ...curve }, viewer] = await counted()
  await member.clear(2)
  expect([await member.isShown(), await member.resume()]).toEqual([false, 0])
  expect(await counted()).toMatchObject([curve, viewer ?? {}])
  const entry = (await readWatchProgress(memberId)).get(video.id)
  expect(entry).toMatchObject({ isCleared: true, covered: 950, completedAt: expect.any(Date) })
})

it('is not undone by beacons from before it that are merged or sent later', async () => {
  const member = visit(await makeVideo())
  await member.watch(1, 0, 300)
  await mergeEverything()
  await member.watch(2, 300, 600)
  await member.clear(3)
  expect(await member.resume(), 'not merged yet').toBe(0)
  await mergeEverything()
  expect([await member.isShown(), await member.resume()]).toEqual([false, 0])
  await member.watch(8, 600, 700, 700)
  expect(await member.resume(), 'from the outbox of another device').toBe(0)
  await mergeEverything()
  expect([await member.isShown(), await member.resume()]).toEqual([false, 0])
})

it('holds until the video is watched again', async () => {
  const member = visit(await makeVideo())
  await member.watch(1, 0, 300)
  await mergeEverything()
  await member.clear(2)
  await member.watch(3, 0, 40)
  expect(await member.resume(), 'not merged yet').toBe(40)
  await mergeEverything()
  expect([await member.isShown(), await member.resume()]).toEqual([true, 40])
})

it('clears a whole history, videos that are not merged yet too, and no other member’s', async () => {
  const [one, two] = [await makeVideo(), await makeVideo()]
  const [mine, other] = [visit(one), visit(one)]
  const fresh = visit(two, mine.memberId)
  await mine.watch(1, 0, 100)
  await other.watch(1, 0, 100)
  await mergeEverything()
  await fresh.watch(2, 0, 100)
  await clearHistory(mine.memberId, null, new Date(at(3)))
  await mergeEverything()
  expect([await mine.isShown(), await fresh.isShown(), await other.isShown()]).toEqual([
    false,
    false,
    true,
  ])
  expect([await mine.resume(), await fresh.resume(), await other.resume()]).toEqual([0, 0, 100])
  await fresh.watch(4, 0, 50)
  await mergeEverything()
  expect([await mine.isShown(), await fresh.isShown()]).toEqual([false, true])
})

it('ignores a video that was never watched', async () => {
  const video = await makeVideo()
  const member = visit(video)
  await member.clear(1)
  expect(await readWatchProgress(member.memberId)).toEqual(new Map())
})

it('is right after any order of watching, merging and clearing', async () => {
  const random = seededRandom(11)
  for (let round = 0; round < 4; round++) {
    const member = visit(await makeVideo())
    let last = { step: 0, position: 0 }
    let cleared = 0
    for (let step = 1; step <= 12; step++) {
      const dice = random.next()
      if (dice < 0.5) {
        const position = 30 * step
        await member.watch(step, position - 30, position)
        last = { step, position }
      } else if (dice < 0.75) await mergeEverything()
      else if (await isOnShelf(member.memberId)) {
        await member.clear(step)
        cleared = step
      }
      const expected = last.step > cleared ? last.position : 0
      expect(await member.resume(), `round ${round}, step ${step}`).toBe(expected)
    }
    await mergeEverything()
    expect(await member.isShown(), `round ${round}`).toBe(last.step > cleared)
  }
})

const isOnShelf = async (memberId: string) => (await readWatchProgress(memberId)).size > 0
