import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { mergeEverything } from '#testing/merging.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { beaconOf, sendBeacons } from '#testing/sendBeacons.ts'
import { makeVideo } from '#testing/videos.ts'
import { listPlaybacks, readPlaybackRuns } from './viewerPlaybacks.ts'

beforeAll(async () => {
  await useOwnKeyspace('playbacks')
  await openLanes()
})

it('returns the runs of each of a viewer’s playbacks', async () => {
  const video = await makeVideo()
  const viewerId = randomUUID()
  const now = Date.now()
  const claims = [
    newClaims(viewerId, video, now - 600_000),
    newClaims(viewerId, video, now - 60_000),
  ]
  const [early, late] = claims
  if (!early || !late) throw new Error('two playbacks')
  const stored = { status: 204 }
  expect(await sendBeacons(early, [beaconOf(0, [0, 300]), beaconOf(1, [300, 450])])).toEqual(stored)
  expect(await sendBeacons(early, [beaconOf(1, [300, 450])])).toEqual(stored)
  expect(await sendBeacons(late, [beaconOf(0, [100, 200])])).toEqual(stored)
  await mergeEverything()

  const known = await listPlaybacks(video, viewerId)
  expect(known.map(({ playbackId }) => playbackId)).toEqual([late.playbackId, early.playbackId])
  expect(known.map(({ seconds }) => Math.round(seconds))).toEqual([3, 15])
  for (const [i, { beganAt }] of known.entries())
    expect(Math.abs(beganAt.getTime() - (claims[1 - i]?.start ?? 0))).toBeLessThanOrEqual(20_000)
  const [second, first] = await Promise.all(
    known.map((playback) => readPlaybackRuns(video, viewerId, playback, now)),
  )
  expect(first).toEqual({ runs: [[0, 450, 1]], seconds: 15, hours: 3 })
  expect(second?.runs).toEqual([[100, 200, 1]])
})

it('lists no playbacks of a member who has not watched', async () => {
  expect(await listPlaybacks(await makeVideo(), randomUUID())).toEqual([])
})
