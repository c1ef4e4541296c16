import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DatabaseAway } from '#db/client.ts'
import type { LogGroup, StoreOutcome } from '#lib/watch/log/groupCommit.ts'
import { decodePlayed } from '#lib/watch/log/logCodec.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import { ingestWith, makeClaims } from '#testing/sendBeacons.ts'
import type { IngestDependencies } from './ingest.ts'
import { type PlaybackClaims, signToken } from './playbackToken.ts'

const NOW = Date.UTC(2031, 4, 17, 12)

/** A playback that began ten seconds ago, and a log whose outcome the test sets. */
function setUp(over: Partial<PlaybackClaims> = {}) {
  const claims = makeClaims(NOW, over)
  const log = { now: NOW, stored: [] as LogGroup[], outcome: 'stored' as StoreOutcome | Error }
  const dependencies: Partial<IngestDependencies> = {
    now: () => log.now,
    store: async (_, group) => {
      if (log.outcome instanceof Error) throw log.outcome
      if (log.outcome === 'stored') log.stored.push(group)
      return log.outcome
    },
  }
  const token = signToken(claims)
  const send = (beacons: unknown[], age?: number, over: Partial<IngestDependencies> = {}) =>
    ingestWith(claims, JSON.stringify({ token, age, beacons }), { ...dependencies, ...over })
  const entries = () => log.stored.flatMap((group) => group.entries)
  return { claims, log, send, entries }
}

const beacon = (seq: number, end: number, rate = 1, position = end) => ({
  seq,
  position,
  ended: false,
  segments: [[0, end, rate, 1]],
})

it('writes what was sent, clipped to the video, under the ids of the token', async () => {
  const { claims, send, entries } = setUp()
  const sent = {
    seq: 7,
    position: 3620,
    ended: true,
    segments: [
      [3590, 3625, 1.25, 0],
      [3600, 3601, 1, 1],
    ],
  }
  expect(await send([sent], 4000)).toEqual({ status: 204 })
  const [entry] = entries()
  expect(entry).toMatchObject({
    videoId: claims.videoId,
    viewerId: claims.memberId,
    playbackId: claims.playbackId,
    seq: 7,
    at: NOW - 4000,
    position: 3600,
    ended: true,
  })
  expect(entry && decodePlayed(entry.segments)).toEqual({
    lastSlot: slotOf(claims.end - 1),
    frames: 3600,
    segments: [{ start: 3590, end: 3600, rate: 1.25, visible: false }],
  })
})

it('dates no beacon before its playback began, whatever its age', async () => {
  const { claims, send, entries } = setUp()
  await send([beacon(0, 10)], 9e15)
  expect(entries()[0]?.at).toBe(claims.start)
})

it.each([
  ['the log is busy', 'busy' as const],
  ['the database is away', new DatabaseAway('away')],
  ['something unforeseen happens', new Error('a bug')],
])('answers 503 with Retry-After while %s, then stores it', async (_, outcome) => {
  const { log, send } = setUp()
  log.outcome = outcome
  const refused = await send([beacon(0, 600)])
  expect(refused).toMatchObject({ status: 503, reason: expect.any(String), retryAfter: 5 })
  log.outcome = 'stored'
  expect(await send([beacon(0, 600)])).toEqual({ status: 204 })
})

it('answers 503 while the session cannot be read', async () => {
  const { send } = setUp()
  const liveSession = async () => {
    throw new DatabaseAway('away')
  }
  expect(await send([beacon(0, 10)], 0, { liveSession })).toMatchObject({ status: 503 })
})

it('answers 401 when the token ends while the beacon waits for a slot', async () => {
  const { log, send } = setUp()
  log.outcome = 'ended'
  expect(await send([beacon(0, 10)])).toEqual({ status: 401, reason: 'token-ended' })
})

it('accepts watching up to the time since the playback began plus 15 s', async () => {
  const { log, send } = setUp()
  expect(await send([beacon(0, 750)])).toEqual({ status: 204 })
  const more = { status: 422, reason: 'more-than-the-credit' }
  expect(await send([beacon(1, 1)])).toEqual(more)
  log.now += 1000
  expect(await send([beacon(1, 31)])).toEqual(more)
  expect(await send([beacon(1, 30)])).toEqual({ status: 204 })
  log.now += 1000
  expect(await send([beacon(2, 60, 2)])).toEqual({ status: 204 })
})

it('stores and charges a number once, also when one request has it twice', async () => {
  const { send, entries } = setUp()
  expect(await send([beacon(0, 400), beacon(0, 400)])).toEqual({ status: 204 })
  expect(await send([beacon(0, 400)])).toEqual({ status: 204 })
  expect(await send([beacon(0, 3600)])).toEqual({ status: 204 })
  expect(entries()).toHaveLength(1)
})

it('charges a number that was not stored with the most it ever claimed', async () => {
  const { log, send } = setUp()
  log.outcome = 'busy'
  await send([beacon(0, 10)])
  expect(await send([beacon(0, 751)])).toMatchObject({ status: 422 })
  expect(await send([beacon(0, 740)])).toMatchObject({ status: 503 })
  log.outcome = 'stored'
  expect(await send([beacon(1, 11)])).toMatchObject({ status: 422 })
  expect(await send([beacon(0, 740), beacon(1, 10)])).toEqual({ status: 204 })
})

it('answers 429 before 422, and 422 before a playback is recalled from the tables', async () => {
  const { send } = setUp({ start: NOW - 60_000 })
  const impossible = { status: 422, reason: 'outside-the-video' }
  expect(await send([beacon(0, 3631)])).toEqual(impossible)
  const tooMany = { status: 429, reason: 'too-many', retryAfter: 60 }
  expect(await send([beacon(0, 3631)], 0, { requestsPerMinute: 1 })).toEqual(tooMany)
})

it('refuses the whole request for one bad beacon', async () => {
  const { send, entries } = setUp()
  expect(await send([beacon(0, 10), beacon(1, 3631)])).toMatchObject({ status: 422 })
  expect(await send([beacon(0, 10), { ...beacon(1, 10), seq: -1 }])).toMatchObject({ status: 400 })
  expect(entries()).toHaveLength(0)
})

it('never stores more than the credit, whatever is sent in whatever order', async () => {
  const sent = fc.record({
    seq: fc.nat(5),
    end: fc.integer({ min: 1, max: 900 }),
    rate: fc.constantFrom(0.25, 1, 2, 4),
    wait: fc.nat(3000),
    outcome: fc.constantFrom<StoreOutcome>('stored', 'busy'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { maxLength: 30 }), async (requests) => {
      const { claims, log, send, entries } = setUp()
      for (const { seq, end, rate, wait, outcome } of requests) {
        log.now += wait
        log.outcome = outcome
        await send([beacon(seq, end, rate)])
        const played = entries().flatMap((entry) => decodePlayed(entry.segments).segments)
        const seconds = played.reduce(
          (sum, { start, end, rate }) => sum + (end - start) / 30 / rate,
          0,
        )
        expect(seconds).toBeLessThanOrEqual((log.now - claims.start) / 1000 + 15 + 1e-6)
        const seqs = entries().map((entry) => entry.seq)
        expect(new Set(seqs).size).toBe(seqs.length)
      }
    }),
  )
})

it('answers hostile bodies with 400 or 422, never with 500', async () => {
  const { send, entries } = setUp()
  const value = fc.oneof(fc.anything(), fc.constantFrom(2 ** 53, -1, 1e308, Number.NaN, null, '0'))
  const hostile = fc.record({
    seq: fc.oneof(fc.nat(10), value),
    position: fc.oneof(fc.nat(4000), value),
    ended: fc.oneof(fc.boolean(), value),
    segments: fc.oneof(
      fc.array(fc.array(fc.oneof(fc.nat(5000), value), { minLength: 3, maxLength: 5 })),
      value,
    ),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 3 }), async (beacons) => {
      const before = entries().length
      const answer = await send(JSON.parse(toJson(beacons)))
      expect([204, 400, 422]).toContain(answer.status)
      if (answer.status !== 204) expect(entries()).toHaveLength(before)
    }),
    { numRuns: 500 },
  )
})

/** The part of it that JSON can express. */
function toJson(value: unknown): string {
  const seen = new WeakSet<object>()
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return `${part}`
    if (typeof part !== 'object' || part === null) return part
    if (seen.has(part)) return undefined
    seen.add(part)
    return part
  })
}
