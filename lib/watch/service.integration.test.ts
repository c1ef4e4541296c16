import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closeDatabase, isDatabaseAway } from '#db/client.ts'
import { listLanes } from '#db/lanes.ts'
import { answerHealth } from '#lib/server/health.ts'
import type { Video } from '#lib/videos/video.ts'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import { putDatabaseBehindSwitch } from '#testing/flakyDatabase.ts'
import { mergeEverything } from '#testing/merging.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { beaconOf, sendBeacons } from '#testing/sendBeacons.ts'
import { makeVideo } from '#testing/videos.ts'
import { readRetention } from './analytics/retention.ts'
import { startWatchService, stopWatchService } from './service.ts'
import { startPlayback } from './startPlayback.ts'

/** The life of one service: it starts, loses its database for a while, and stops. */
describe('the watch service', () => {
  let database: Awaited<ReturnType<typeof putDatabaseBehindSwitch>>

  beforeAll(async () => {
    database = await putDatabaseBehindSwitch()
    await useOwnKeyspace('service')
  })
  afterAll(async () => {
    await closeDatabase()
    await database.away()
  })

  const makeSenders = (count: number, video: Video) => {
    const playbacks = Array.from({ length: count }, () =>
      newClaims(randomUUID(), video, Date.now() - 20_000),
    )
    return (seq: number) =>
      Promise.all(playbacks.map((claims) => sendBeacons(claims, [beaconOf(seq, [0, 150])])))
  }
  const expectStored = async (answers: ReturnType<ReturnType<typeof makeSenders>>) => {
    expect(new Set((await answers).map(({ status }) => status))).toEqual(new Set([204]))
  }

  it('starts once, however often it is called', async () => {
    await Promise.all([startWatchService(), startWatchService()])
    expect(await listLanes()).toHaveLength(4)
  })

  it('acknowledges nothing while the database is away, and counts everything once', {
    timeout: 60_000,
  }, async () => {
    const video = await makeVideo({ frames: 600 })
    const sendAll = makeSenders(20, video)
    await expectStored(sendAll(0))
    const underWay = sendAll(1)
    await database.away()
    await underWay
    for (const answer of await sendAll(2))
      expect(answer).toMatchObject({ status: 503, reason: expect.any(String), retryAfter: 5 })
    const health = await answerHealth(Date.now())
    expect(health.status).toBe(503)
    expect(await health.json()).toMatchObject({ database: 'away', laneLagSeconds: null })
    const opening = startPlayback({ memberId: randomUUID(), video, now: Date.now() })
    await expect(opening).rejects.toSatisfy(isDatabaseAway)

    await database.back()
    // The client keeps what was not acknowledged and sends it again, with what follows.
    await vi.waitFor(() => expectStored(sendAll(2)), { timeout: 20_000, interval: 500 })
    await expectStored(sendAll(1))
    await mergeEverything()
    expect(await readRetention(video, 'all')).toMatchObject({
      plays: Array.from({ length: 600 }, (_, frame) => (frame < 150 ? 60 : 0)),
      views: 20,
      uniqueViewers: 20,
    })
  })

  it('stores what it accepted before it stops, accepts nothing after, and releases the lanes', async () => {
    const video = await makeVideo({ frames: 600 })
    const sendAll = makeSenders(200, video)
    const answers = sendAll(0)
    // The requests are on their way into the queues when the signal arrives.
    await new Promise(setImmediate)
    await stopWatchService()
    const statuses = (await answers).map(({ status }) => status)
    const stored = statuses.filter((status) => status === 204).length
    expect(stored).toBeGreaterThan(0)
    expect(statuses.filter((status) => status === 503)).toHaveLength(200 - stored)
    for (const { leaseUntil } of await listLanes()) expect(leaseUntil).toBe(0)
    for (const answer of await sendAll(1)) expect(answer).toMatchObject({ status: 503 })
    await mergeEverything()
    expect((await readRetention(video, 'all')).plays[0]).toBe(stored)
  })
})
