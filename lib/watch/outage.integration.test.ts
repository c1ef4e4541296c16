import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { closeDatabase, isDatabaseAway } from '#db/client.ts'
import { isHealthy, readHealth } from './health.ts'
import { newClaims, startPlayback } from './playback.ts'
import { readRetention } from './retention.ts'
import { startWatchService, stopWatchService } from './service.ts'
import { putDatabaseBehindSwitch } from './testing/flakyDatabase.ts'
import { mergeEverything } from './testing/mergeEverything.ts'
import { useOwnKeyspace } from './testing/ownKeyspace.ts'
import { makeVideo } from './testing/people.ts'
import { beaconOf, sendBeacons } from './testing/sendBeacons.ts'

const SENDERS = 20

it('acknowledges nothing while the database is away, and counts everything once', {
  timeout: 60_000,
}, async () => {
  const database = await putDatabaseBehindSwitch()
  await useOwnKeyspace('outage')
  await startWatchService()
  const video = await makeVideo({ frames: 600 })
  const playbacks = Array.from({ length: SENDERS }, () =>
    newClaims(randomUUID(), video, Date.now() - 20_000),
  )
  const sendAll = (seq: number) =>
    Promise.all(playbacks.map((claims) => sendBeacons(claims, [beaconOf(seq, [0, 150])])))
  const statusesOf = async (seq: number) => (await sendAll(seq)).map(({ status }) => status)

  expect(new Set(await statusesOf(0))).toEqual(new Set([204]))
  const underWay = sendAll(1)
  await database.away()
  await underWay
  for (const answer of await sendAll(2))
    expect(answer).toMatchObject({ status: 503, reason: expect.any(String), retryAfter: 5 })
  const health = await readHealth(Date.now())
  expect(health).toMatchObject({ database: 'away', laneLagSeconds: null })
  expect(isHealthy(health)).toBe(false)
  const opening = startPlayback({ memberId: randomUUID(), video, now: Date.now() })
  await expect(opening).rejects.toSatisfy(isDatabaseAway)

  await database.back()
  // A sender keeps what was not acknowledged and comes again, with it and what follows.
  const stored = async (seq: number) =>
    expect(new Set(await statusesOf(seq))).toEqual(new Set([204]))
  await vi.waitFor(() => stored(2), { timeout: 20_000, interval: 500 })
  await stored(1)
  await stopWatchService()
  await mergeEverything()
  expect(await readRetention(video, 'all')).toMatchObject({
    plays: Array.from({ length: 600 }, (_, frame) => (frame < 150 ? 3 * SENDERS : 0)),
    views: SENDERS,
    uniqueViewers: SENDERS,
  })
  await closeDatabase()
  await database.away()
})
