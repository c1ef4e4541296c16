import { randomUUID } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { writeCurve } from '#db/videoCurve.ts'
import { encodeChunk } from '#lib/watch/aggregate/curveChunk.ts'
import type { Retention } from '#lib/watch/analytics/retention.ts'
import { newClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import { expect, logInAsSomeoneNew, test } from './fixtures.ts'
import { forgetVideo, SPIKE, watchedVideo } from './watchedVideo.ts'

const curveOf = (id: string, query = '') => `/api/videos/${id}/retention${query}`
const viewerOf = (id: string, viewer: string) => `/api/videos/${id}/viewers/${viewer}`

const refusalOf = async (request: APIRequestContext, path: string) => {
  const answer = await request.get(path)
  expect(answer.headers()['cache-control']).toBe('no-store')
  return [answer.status(), (await answer.json()).reason]
}

test('reads are for owners: a guest gets 401, a member 403, and what does not exist is 404', async ({
  page,
  request,
  browser,
}) => {
  const owner = await logInAsSomeoneNew(page, 'owner')
  const video = await watchedVideo(owner.id)
  const other = await browser.newContext()
  const memberPage = await other.newPage()
  const member = await logInAsSomeoneNew(memberPage, 'member')
  const files = [
    'chart',
    ...['csv', 'json', 'xapi'].map((format) => `viewers?format=${format}`),
  ].map((file) => `/api/videos/${video.id}/${file}`)
  for (const path of [curveOf(video.id), viewerOf(video.id, member.id), ...files]) {
    expect(await refusalOf(request, path)).toEqual([401, 'not-logged-in'])
    expect(await refusalOf(memberPage.request, path)).toEqual([403, 'not-an-owner'])
    expect((await page.request.get(path)).status()).toBe(200)
  }
  for (const id of [randomUUID(), 'none', '%27']) {
    expect(await refusalOf(page.request, curveOf(id))).toEqual([404, 'unknown-video'])
    expect(await refusalOf(page.request, viewerOf(id, member.id))).toEqual([404, 'unknown-video'])
    expect(await refusalOf(page.request, viewerOf(video.id, id))).toEqual([404, 'unknown-viewer'])
  }
  const nothing = { runs: [], covered: 0, position: 0, completedAt: null, playbacks: 0 }
  expect(await json(page, viewerOf(video.id, member.id))).toEqual(nothing)
  for (const [query, reason] of [
    ['?period=yesterday', 'bad-period'],
    ['?period=2031-02-30', 'bad-period'],
    ['?period=2031-02-03..2031-02-01', 'bad-period'],
    ['?period=2001-01-01..2031-01-01', 'bad-period'],
    ['?points=0', 'bad-points'],
    ['?format=xml', 'bad-format'],
  ])
    expect(await refusalOf(page.request, curveOf(video.id, query))).toEqual([400, reason])
  await other.close()
  await forgetVideo(video)
})

test('a curve is exact, binned by its maxima, available as CSV and by days', async ({ page }) => {
  const owner = await logInAsSomeoneNew(page, 'owner')
  const video = await watchedVideo(owner.id)
  const all = await curve(page, curveOf(video.id))
  expect(all).toMatchObject({ frames: 3600, fps: [30, 1], views: 500, uniqueViewers: 400 })
  expect(all.plays).toHaveLength(3600)
  expect(all.plays[SPIKE]).toBe(310 + 88)
  expect(all.viewers?.[SPIKE]).toBe(310)
  expect(all.watchedFrames).toBe(all.plays.reduce((sum, count) => sum + count, 0))
  expect(Date.now() - Date.parse(all.asOf)).toBeLessThan(60_000)

  const bins = await curve(page, curveOf(video.id, '?points=100'))
  expect(bins.plays).toHaveLength(100)
  expect(bins.plays[Math.floor(SPIKE / 36)]).toBe(310 + 88)
  expect(bins.watchedFrames).toBe(all.watchedFrames)

  const csv = await page.request.get(curveOf(video.id, '?format=csv'))
  expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8')
  const lines = (await csv.text()).split('\r\n')
  expect(lines[0]).toBe('frame,plays,viewers')
  expect(lines[SPIKE + 1]).toBe(`${SPIKE},398,310`)
  expect(lines).toHaveLength(3600 + 2)

  for (const [lane, period] of ['2031-05-17', '2031-05-18'].entries()) {
    const ten = encodeChunk(Array.from({ length: 10 }, () => lane + 1))
    const header = { mergedTo: 1, views: 3, framesPlayed: 10, viewers: 2, completions: 1 }
    const chunk = { chunk: 0, plays: ten, viewers: ten }
    await writeCurve({ videoId: video.id, period, lane }, header, [chunk], 1n)
  }
  const day = await curve(page, curveOf(video.id, '?period=2031-05-18'))
  expect(day).toMatchObject({ views: 3, uniqueViewers: 2, completions: 1, watchedFrames: 20 })
  expect(day.viewers?.slice(9, 11)).toEqual([2, 0])
  const days = await curve(page, curveOf(video.id, '?period=2031-05-10..2031-06-01'))
  expect(days).toMatchObject({ views: 6, viewers: null, uniqueViewers: null, watchedFrames: 30 })
  expect(days.plays.slice(9, 11)).toEqual([3, 0])
  await forgetVideo(video)
})

test('a beacon moves the resume point immediately on every device; the viewer route and the health route soon report it', async ({
  page,
  browser,
  baseURL,
}) => {
  const member = await logInAsSomeoneNew(page, 'member')
  const other = await browser.newContext()
  const ownerPage = await other.newPage()
  const owner = await logInAsSomeoneNew(ownerPage, 'owner')
  const video = await watchedVideo(owner.id)
  const token = signToken(newClaims(member.id, video, Date.now() - 60_000))
  const tell = async (seq: number, position: number, segments: number[][], ended = false) => {
    const data = { token, beacons: [{ seq, position, ended, segments }] }
    const headers = { origin: new URL(baseURL ?? '').origin }
    expect((await page.request.post('/api/watch', { data, headers })).status()).toBe(204)
  }
  const resume = async () => {
    const html = await (await page.request.get(`/videos/${video.id}`)).text()
    const said = /id="playback"[^>]*>([^<]+)</.exec(html)?.[1] ?? '{}'
    const { resumeFrame, positionFrame } = JSON.parse(said)
    return [resumeFrame, positionFrame]
  }
  expect(await resume()).toEqual([0, 0])
  await tell(0, 600, [[0, 600, 1, 1]])
  expect(await resume(), 'before anything is merged').toEqual([600, 600])
  await tell(1, 3600, [[3500, 3600, 1, 0]], true)
  expect(await resume(), 'a finished video starts over').toEqual([0, 3600])

  await expect
    .poll(async () => (await json(ownerPage, viewerOf(video.id, member.id))).covered, {
      timeout: 30_000,
    })
    .toBe(700)
  expect(await json(ownerPage, viewerOf(video.id, member.id))).toEqual({
    runs: [
      [0, 600, 1],
      [3500, 3600, 1],
    ],
    covered: 700,
    position: 3600,
    completedAt: null,
    playbacks: 1,
  })
  expect(await resume(), 'merged').toEqual([0, 3600])
  const health = await page.request.get('/api/health')
  expect(health.status()).toBe(200)
  const { database, laneLagSeconds, version } = await health.json()
  expect([database, typeof version]).toEqual(['up', 'string'])
  expect(laneLagSeconds).toBeLessThan(60)
  await other.close()
  await forgetVideo(video)
})

const json = async (page: Page, path: string) => (await page.request.get(path)).json()
const curve = (page: Page, path: string): Promise<Retention> => json(page, path)
