import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { writeCurve } from '#db/videoCurve.ts'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { beaconOf, sendBeacons } from '#testing/sendBeacons.ts'
import { makeVideo } from '#testing/videos.ts'
import { readLiveViewers } from './liveViewers.ts'
import { readVideoTrends } from './overview.ts'

beforeAll(async () => {
  await useOwnKeyspace('overview')
  await openLanes()
})

it('adds up the lanes of the days, and of the same number of days before', async () => {
  const video = await makeVideo()
  const played = async (period: string, lane: number, views: number, framesPlayed: number) => {
    const header = { mergedTo: slotOf(Date.now()), views, framesPlayed, viewers: 1, completions: 0 }
    await writeCurve({ videoId: video.id, period, lane }, header, [], BigInt(Date.now()) * 1000n)
  }
  await played('2031-01-03', 0, 2, 300)
  await played('2031-01-03', 1, 3, 600)
  await played('2031-01-04', 0, 1, 90)
  await played('2031-01-02', 3, 7, 3_000)
  await played('2030-12-31', 0, 9, 9_000)
  const week = { from: '2031-01-03', to: '2031-01-04' }
  const { trends, isTruncated } = await readVideoTrends([video], week)
  expect(isTruncated).toBe(false)
  expect(trends[0]).toMatchObject({
    now: { views: 6, framesPlayed: 990 },
    before: { views: 7, framesPlayed: 3_000 },
    secondsByDay: [30, 3],
  })
})

it('counts each member who is watching now once', async () => {
  const [one, other] = [await makeVideo(), await makeVideo()]
  const viewer = randomUUID()
  for (const [video, id] of [
    [one, viewer],
    [one, randomUUID()],
    [other, viewer],
  ] as const) {
    const claims = newClaims(id, video, Date.now() - 30_000)
    const sent = await sendBeacons(claims, [beaconOf(0, [0, 90]), beaconOf(1, [90, 120])])
    expect(sent).toEqual({ status: 204 })
  }
  const live = await readLiveViewers(Date.now())
  expect([live.viewers, live.byVideo.get(one.id), live.byVideo.get(other.id)]).toEqual([2, 2, 1])
  expect((await readLiveViewers(Date.now() + 600_000)).viewers).toBe(0)
})
