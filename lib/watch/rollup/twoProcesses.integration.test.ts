import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { readRetention } from '#lib/watch/analytics/retention.ts'
import { readViewer } from '#lib/watch/analytics/viewer.ts'
import { newClaims, type PlaybackClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { forkServer } from '#testing/forkServer.ts'
import { mergeEverything } from '#testing/merging.ts'
import { CurveTruth, ViewerTruth } from '#testing/oracle.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { logInSomeone } from '#testing/people.ts'
import { beaconOf } from '#testing/sendBeacons.ts'
import { makeVideo } from '#testing/videos.ts'

type Server = Awaited<ReturnType<typeof forkServer>>
type Watching = { cookie: string; claims: PlaybackClaims }

const A_MINUTE = 60_000

describe('two server processes on one keyspace', () => {
  let servers: Server[]
  let video: Video

  beforeAll(async () => {
    await useOwnKeyspace('two')
    video = await makeVideo({ frames: 1000 })
    servers = await Promise.all([forkServer(), forkServer()])
  })
  afterAll(() => Promise.all(servers.map((server) => server.end('SIGTERM'))))

  const open = async (start: number): Promise<Watching> => {
    const { id, cookie } = await logInSomeone()
    return { cookie, claims: newClaims(id, video, start) }
  }
  const send = async (
    server: Server | undefined,
    { cookie, claims }: Watching,
    beacon: WireBeacon,
  ) =>
    server?.send({
      headers: { cookie },
      body: JSON.stringify({ token: signToken(claims), age: 0, beacons: [beacon] }),
    })

  it('count every beacon once, sent to one, the other or both, also when one is killed', {
    timeout: 60_000,
  }, async () => {
    const random = seededRandom(11)
    const watching = await Promise.all(Array.from({ length: 6 }, () => open(Date.now() - A_MINUTE)))
    const rounds = Array.from({ length: 12 }, (_, seq) => seq)
    const stretch = (viewer: number, seq: number): [number, number] => [
      seq * 50,
      seq * 50 + 60 + viewer,
    ]
    const deliver = async (viewer: Watching, beacon: WireBeacon) => {
      // Like an outbox: sent again, to any process, until one answers that it is stored.
      for (;;) {
        const to = random.chance(0.3) ? servers : [random.pick(servers)]
        const answers = await Promise.all(to.map((server) => send(server, viewer, beacon)))
        for (const answer of answers) expect([204, 503, 0]).toContain(answer?.status)
        if (answers.some((answer) => answer?.status === 204)) return
      }
    }
    for (const seq of rounds) {
      const sending = watching.map((viewer, i) => deliver(viewer, beaconOf(seq, stretch(i, seq))))
      // A merged beacon is sent again, also to a process that has not seen it.
      const old = Math.floor(seq / 4) * 4 - 1
      if (old > 0)
        for (const [i, viewer] of watching.entries())
          for (const server of servers)
            sending.push(send(server, viewer, beaconOf(old, stretch(i, old))).then(() => {}))
      if (seq === 6) {
        await servers[0]?.end('SIGKILL')
        servers[0] = await forkServer()
      }
      if (seq % 4 === 3) await mergeEverything()
      await Promise.all(sending)
    }
    await mergeEverything()

    const curve = new CurveTruth(1000)
    for (const [i, { claims }] of watching.entries()) {
      const viewer = new ViewerTruth(1000)
      for (const seq of rounds) viewer.add(claims.playbackId, [stretch(i, seq)])
      curve.add(viewer, viewer.isComplete)
      const { covered } = viewer
      expect(await readViewer(video, claims.memberId)).toMatchObject({ covered, playbacks: 1 })
    }
    const { plays, viewers } = curve
    expect(await readRetention(video, 'all')).toMatchObject({
      plays,
      viewers,
      views: 6,
      uniqueViewers: 6,
    })
  })

  it('grant a playback at most what one would, each: time since its start and 15 s', async () => {
    const someone = await open(Date.now() - 1000)
    // 16 s of credit and little more; a beacon of 14 s to each, while neither can know of the other.
    const [one, other] = servers
    expect(await send(one, someone, beaconOf(0, [0, 420]))).toMatchObject({ status: 204 })
    expect(await send(other, someone, beaconOf(1, [0, 420]))).toMatchObject({ status: 204 })
    const tooMuch = { status: 422, json: { reason: 'more-than-the-credit' } }
    expect(await send(one, someone, beaconOf(2, [0, 420]))).toMatchObject(tooMuch)
    expect(await send(other, someone, beaconOf(3, [0, 420]))).toMatchObject(tooMuch)
  })

  it('know what the other has granted of a playback they meet later', async () => {
    const someone = await open(Date.now() - A_MINUTE)
    const [one, other] = servers
    const most = beaconOf(0, [0, 1000], [0, 1000])
    expect(await send(one, someone, most)).toMatchObject({ status: 204 })
    const tooMuch = { status: 422, json: { reason: 'more-than-the-credit' } }
    expect(await send(other, someone, beaconOf(1, [0, 600]))).toMatchObject(tooMuch)
  })
})
