import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { exportViewers } from '#lib/exports/exportViewers.ts'
import type { Video } from '#lib/videos/video.ts'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { mergeEverything } from '#testing/merging.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { beaconOf, sendBeacons } from '#testing/sendBeacons.ts'
import { makeVideo } from '#testing/videos.ts'
import { readViewersPage, type ViewersQuery } from './viewersPage.ts'

const VIEWERS = 40
let video: Video

beforeAll(async () => {
  await useOwnKeyspace('viewerspage')
  await openLanes()
  video = await makeVideo()
  // The first has seen one second, the next two, ...
  await Promise.all(
    Array.from({ length: VIEWERS }, async (_, i) => {
      const claims = newClaims(randomUUID(), video, Date.now() - 200_000)
      const end = i === VIEWERS - 1 ? 3_300 : 30 * (i + 1)
      expect(await sendBeacons(claims, [beaconOf(0, [0, end])])).toEqual({ status: 204 })
    }),
  )
  await mergeEverything()
})

const queryWith = (over: Partial<ViewersQuery>): ViewersQuery => ({
  sort: 'most',
  filter: 'all',
  page: 1,
  pageSize: 15,
  ...over,
})

it('sorts, filters and paginates all viewers', async () => {
  const pages = await Promise.all(
    [1, 2, 3].map((page) => readViewersPage(video.id, queryWith({ page }))),
  )
  const covered = pages.flatMap(({ viewers }) => viewers.map((viewer) => viewer.covered))
  expect(covered).toHaveLength(VIEWERS)
  expect(covered).toEqual([...covered].sort((a, b) => b - a))
  expect(pages[0]).toMatchObject({ pages: 3, found: VIEWERS, scanned: VIEWERS, isTruncated: false })
  expect(pages[0]?.viewers[0]?.runs).toEqual([[0, 3_300, 1]])
  const least = await readViewersPage(video.id, queryWith({ sort: 'least', page: 99 }))
  expect([least.page, least.viewers.at(-1)?.covered]).toEqual([3, 3_300])
  const finished = await readViewersPage(video.id, queryWith({ filter: 'finished' }))
  expect(finished.viewers.map((viewer) => viewer.covered)).toEqual([3_300])
  expect((await readViewersPage(video.id, queryWith({ filter: 'unfinished' }))).found).toBe(
    VIEWERS - 1,
  )
})

it('reports that there are more viewers than it scans', async () => {
  const truncated = await readViewersPage(video.id, queryWith({}), 1)
  expect(truncated.isTruncated).toBe(true)
  expect(truncated.scanned).toBeLessThanOrEqual(16)
})

it('exports every viewer, whatever the page shows', async () => {
  const csv = await (await exportViewers(video, 'csv', 'https://videos.example')).text()
  expect(csv.trim().split('\r\n')).toHaveLength(VIEWERS + 1)
  const json = await (await exportViewers(video, 'json', 'https://videos.example')).json()
  expect(json).toHaveLength(VIEWERS)
  const xapi = await (await exportViewers(video, 'xapi', 'https://videos.example')).json()
  expect(xapi).toHaveLength(VIEWERS + 1)
})
