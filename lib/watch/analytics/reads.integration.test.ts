import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it, vi } from 'vitest'
import { session } from '#db/client.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import type { Video } from '#lib/videos/video.ts'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { laneOf } from '#lib/watch/log/sharding.ts'
import { readWatchProgress } from '#lib/watch/progress/watchProgress.ts'
import { startPlayback } from '#lib/watch/startPlayback.ts'
import { mergeEverything } from '#testing/merging.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { beaconOf, sendBeacons } from '#testing/sendBeacons.ts'
import { makeVideo } from '#testing/videos.ts'
import { dayAt } from './period.ts'
import { readRetention } from './retention.ts'

beforeAll(async () => {
  await useOwnKeyspace('reads')
  await openLanes()
})

it('reads as many rows with as many queries for ten plays of a video as for four thousand', async () => {
  const [few, many] = [await makeVideo(), await makeVideo()]
  const [ofFew, ofMany] = [await play(few, 10), await play(many, 4000)]
  await mergeEverything()
  const today = dayAt(Date.now())
  const day = { from: today, to: today }
  const pages: [name: string, read: (video: Video, viewer: string) => Promise<unknown>][] = [
    ['retention', (video) => readRetention(video, 'all')],
    ['a day of it', (video) => readRetention(video, day)],
    ['shelf', (_, viewer) => readWatchProgress(viewer)],
    ['begin', (video, memberId) => startPlayback({ memberId, video, now: Date.now() })],
  ]
  for (const [name, read] of pages) {
    const cost = await costOf(() => read(few, ofFew))
    expect({ name, ...(await costOf(() => read(many, ofMany))) }).toEqual({ name, ...cost })
  }
})

/** Plays by different viewers, spread evenly over the lanes. @returns one viewer of the first lane */
async function play(video: Video, plays: number): Promise<string> {
  const { count } = await openLanes()
  const viewers = Array.from({ length: plays }, (_, i) => viewerIn(i % count, count))
  await forEachConcurrent(viewers, 500, async (viewer) => {
    const claims = newClaims(viewer, video, Date.now())
    expect(await sendBeacons(claims, [beaconOf(0, [0, 300])])).toEqual({ status: 204 })
  })
  return viewers[0] ?? ''
}

function viewerIn(lane: number, lanes: number): string {
  for (;;) {
    const viewer = randomUUID()
    if (laneOf(viewer, lanes) === lane) return viewer
  }
}

/** Counts the queries sent to the driver and the rows it returned. */
async function costOf(read: () => Promise<unknown>): Promise<{ queries: number; rows: number }> {
  const client = await session()
  const execute = vi.spyOn(client, 'execute')
  await read()
  const results = await Promise.all(execute.mock.results.map(({ value }) => value))
  const rows = results.reduce((sum, result) => sum + result.rowLength, 0)
  execute.mockRestore()
  return { queries: results.length, rows }
}
