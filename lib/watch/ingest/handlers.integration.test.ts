import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revokeSession } from '#lib/auth/session.ts'
import { env } from '#lib/env.ts'
import type { Video } from '#lib/videos/video.ts'
import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'
import { startPlayback } from '#lib/watch/startPlayback.ts'
import { asNodeHandler, serve } from '#testing/http.ts'
import { logInSomeone } from '#testing/people.ts'
import { makeVideo } from '#testing/videos.ts'
import { handleWatchOnNode } from './nodeHandler.ts'
import { newClaims, signToken } from './playbackToken.ts'
import { handleWatch } from './routeHandler.ts'

type Beacon = { seq: number; position: number; ended: boolean; segments: unknown[] }

const mounts = { 'in front of Next': handleWatchOnNode(), 'as a route': asNodeHandler(handleWatch) }

describe.each(Object.entries(mounts))('beacons %s', (_, handler) => {
  let server: Awaited<ReturnType<typeof serve>>
  let member: Awaited<ReturnType<typeof logInSomeone>>
  let video: Video
  let page: PlaybackPage

  beforeAll(async () => {
    server = await serve(handler)
    member = await logInSomeone()
    video = await makeVideo()
  })
  afterAll(() => server.close())

  const open = async () => {
    const started = await startPlayback({ memberId: member.id, video, now: Date.now() })
    if (!started.ok) throw new Error(started.reason)
    page = started.page
    return page.token
  }
  const beacon = (over: Partial<Beacon> = {}): Beacon => ({
    seq: 0,
    position: 90,
    ended: false,
    segments: [[0, 90, 1, 1]],
    ...over,
  })
  const bodyOf = (token: string, ...beacons: Beacon[]) => JSON.stringify({ token, age: 0, beacons })
  const send = (body: string, headers: Record<string, string | undefined> = {}) =>
    server.send({ body, headers: { cookie: member.cookie, ...headers } })
  const expectRefused = async (
    answer: ReturnType<typeof send>,
    status: number,
    reason: string | RegExp,
  ) => {
    const { json, ...rest } = await answer
    expect({ status: rest.status, json }).toEqual({
      status,
      json: { reason: expect.stringMatching(reason) },
    })
  }

  it('are stored: 204', async () => {
    const answer = await send(bodyOf(await open(), beacon(), beacon({ seq: 1, segments: [] })))
    expect(answer).toMatchObject({ status: 204, json: undefined })
  })

  it('are stored with a charset beside the type and without an age', async () => {
    const body = JSON.stringify({ token: await open(), beacons: [beacon()] })
    const answer = await send(body, { 'content-type': 'Application/JSON; charset=utf-8' })
    expect(answer.status).toBe(204)
  })

  it('are stored when they exceed the video by one second', async () => {
    const over = beacon({ position: 3630, segments: [[3560, 3630, 1, 0]], ended: true })
    expect((await send(bodyOf(await open(), over))).status).toBe(204)
  })

  it('cost nothing when they are sent again', async () => {
    const token = await open()
    const whole = beacon({ segments: [[0, 400, 1, 1]] })
    for (let i = 0; i < 4; i++) expect((await send(bodyOf(token, whole))).status).toBe(204)
  })

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('are not taken by %s: 405', async (method) => {
    const answer = await server.send({ method })
    expect(answer).toMatchObject({ status: 405, json: { reason: 'not-post' } })
    expect(answer.headers.allow).toBe('POST')
  })

  it.each(['text/plain', 'application/json-patch', 'application/x-www-form-urlencoded', undefined])(
    'are not taken as %s: 415, before all else but the method',
    async (type) => {
      const headers = { 'content-type': type, origin: 'https://elsewhere.example' }
      await expectRefused(server.send({ headers, body: 'x'.repeat(40_000) }), 415, /./)
    },
  )

  it.each([
    [undefined, undefined],
    ['null', undefined],
    ['https://elsewhere.example', undefined],
    [undefined, 'elsewhere.example'],
  ])('are not taken from origin %s at host %s: 403', async (origin, host) => {
    const headers = { origin, ...(host ? { host, origin: `http://${host}` } : {}) }
    await expectRefused(server.send({ headers, body: 'x'.repeat(40_000) }), 403, 'foreign-origin')
  })

  it('may not be larger than 32 KiB: 413, also without a content length', async () => {
    const large = ' '.repeat(32 * 1024 + 1)
    await expectRefused(send(large), 413, 'too-large')
    await expectRefused(send(large, { 'transfer-encoding': 'chunked' }), 413, 'too-large')
    await expectRefused(send(' '.repeat(300_000)), 413, 'too-large')
    await expectRefused(send(' '.repeat(32 * 1024)), 400, 'not-json')
  })

  it('must have the shape of the contract: 400, before the session is checked', async () => {
    await expectRefused(server.send({ body: '{' }), 400, 'not-json')
    await expectRefused(server.send({ body: '{}' }), 400, 'bad-shape')
    await expectRefused(send(bodyOf('', beacon({ seq: -1 }))), 400, /seq$/)
    await expectRefused(send(bodyOf('', beacon({ segments: [[0, 9.5, 1, 1]] }))), 400, /segments/)
  })

  it('need a live session: 401', async () => {
    const body = bodyOf(await open(), beacon())
    await expectRefused(send(body, { cookie: undefined }), 401, 'no-session')
    await expectRefused(send(body, { cookie: `${member.cookie}x` }), 401, 'no-session')
    const gone = await logInSomeone()
    await revokeSession(gone.id, gone.sessionId, new Date())
    await expectRefused(send(body, { cookie: gone.cookie }), 401, 'no-session')
  })

  it('need a true token that has not ended: 401', async () => {
    await expectRefused(send(bodyOf('', beacon())), 401, 'false-token')
    await expectRefused(send(bodyOf(`${await open()}A`, beacon())), 401, 'false-token')
    const claims = newClaims(member.id, video, Date.now() - 60_000)
    const ended = signToken({ ...claims, end: Date.now() - 1 })
    await expectRefused(send(bodyOf(ended, beacon())), 401, 'token-ended')
  })

  it('need a token of the same member, in whatever session: 403', async () => {
    const other = await logInSomeone()
    const body = bodyOf(await open(), beacon())
    await expectRefused(send(body, { cookie: other.cookie }), 403, 'another-members-token')
  })

  it('may not come too often: 429 with the time to wait, before their content is checked', async () => {
    const body = bodyOf(await open(), beacon())
    for (let i = 0; i < env().BEACONS_PER_MINUTE; i++) expect((await send(body)).status).toBe(204)
    const answer = await send(bodyOf(page.token, beacon({ seq: 9000 })))
    expect(answer).toMatchObject({ status: 429, json: { reason: 'too-many' } })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('must be possible: 422', async () => {
    const token = await open()
    const refused = (over: Partial<Beacon>, reason: string) =>
      expectRefused(send(bodyOf(token, beacon({ seq: 1 }), beacon(over))), 422, reason)
    await refused({ segments: [[3600, 3631, 1, 1]] }, 'outside-the-video')
    await refused({ position: 3631 }, 'outside-the-video')
    await refused({ seq: 8192 }, 'seq-too-great')
    await refused({ segments: [[0, 1200, 1, 1]] }, 'more-than-the-credit')
    await refused({ segments: Array(100).fill([0, 30, 1, 1]) }, 'more-than-the-credit')
    await refused({ segments: [[0, 300, 0.25, 1]] }, 'more-than-the-credit')
  })

  it('say the same again under a number that is charged already only once', async () => {
    const token = await open()
    expect((await send(bodyOf(token, beacon({ segments: [[0, 440, 1, 1]] })))).status).toBe(204)
    const other = beacon({ seq: 1, segments: [[0, 440, 1, 1]] })
    await expectRefused(send(bodyOf(token, other)), 422, 'more-than-the-credit')
  })
})
