import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { LogEntry } from '#db/watchLog.ts'
import { env } from '#lib/env.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { ingestDependencies } from '#lib/watch/ingest/dependencies.ts'
import { ingest, type WatchRequest } from '#lib/watch/ingest/ingest.ts'
import { newClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import { laneCount } from '#lib/watch/log/laneCount.ts'
import { encodePlayed } from '#lib/watch/log/logCodec.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { type LoggedIn, logInMany } from '#testing/people.ts'
import { FPS, makeVideos } from '#testing/videos.ts'
import { writeBare } from '../bareDriver.ts'
import { format, median, withSpread } from '../numbers.ts'
import type { Result } from '../result.ts'

const ROUNDS = 3
/** Few enough that all rounds together stay below what a slot of every lane may hold. */
const ROWS = 20_000
const PEOPLE = 500
const VIDEOS = 2
/** Beacons: fewer than the lanes' queues hold. */
const IN_FLIGHT = 2000
/** The driver is measured with each of them; the best counts. */
const BATCHES_IN_FLIGHT = [8, 32]
const BATCH_ROWS = 100
const RETRY_MS = 50
const TARGET = 0.5

/** Rows per second through ingest with all its checks, compared with the driver alone. */
export async function measureIngest(log: (line: string) => void): Promise<Result> {
  const people = await logInMany(PEOPLE)
  const bare: number[] = []
  const taken = new Map<number, number[]>([
    [1, []],
    [5, []],
    [20, []],
  ])
  for (let round = -1; round < ROUNDS; round++) {
    const best = await bestOfBare()
    if (round >= 0) bare.push(best)
    for (const [count, speeds] of taken) {
      const speed = await throughIngest(people, count)
      if (round >= 0) speeds.push(speed)
    }
    log(`round ${round + 1}: the driver alone ${format(best)} rows/s`)
  }
  const rows = Array.from(taken, ([count, speeds]) => {
    const ratio = median(speeds) / median(bare)
    return {
      measure: `rows/s through ingest without HTTP, ${count} a request`,
      ours: withSpread(speeds),
      other: `${withSpread(bare)}, the bare driver, batches of ${BATCH_ROWS}`,
      ratio: format(ratio),
      target: `>= ${TARGET}`,
      isMet: ratio >= TARGET,
    }
  })
  return {
    rows,
    notes: [
      `${ROUNDS} rounds of ${format(ROWS)} rows after one warm-up round; ${format(IN_FLIGHT)} beacons in flight; the driver's best of ${BATCHES_IN_FLIGHT.join(' and ')} batches in flight. Both write the same statement into the same table. Through ingest every request is parsed, its token, session, limits and credit are checked, and the fence is read after each batch.`,
      "With one beacon a request every row pays for a request of its own: parsing, token, session, limits, credit and the promise of its answer, which the driver's rows do without. Browsers that were offline send up to 20 at once.",
    ],
  }
}

async function bestOfBare(): Promise<number> {
  const lanes = await laneCount()
  const speeds: number[] = []
  for (const inFlight of BATCHES_IN_FLIGHT) {
    const batches = Array.from({ length: ROWS / BATCH_ROWS }, makeBatch)
    speeds.push(await writeBare(batches, inFlight, slotOf(Date.now()), lanes))
  }
  return Math.max(...speeds)
}

function makeBatch(): LogEntry[] {
  const [videoId, viewerId, playbackId] = [randomUUID(), randomUUID(), randomUUID()]
  return Array.from({ length: BATCH_ROWS }, (_, seq) => ({
    videoId,
    viewerId,
    playbackId,
    seq,
    at: Date.now(),
    position: (seq + 1) * FPS,
    ended: false,
    segments: encodePlayed({
      lastSlot: slotOf(Date.now()),
      frames: 18_000,
      segments: [{ start: seq * FPS, end: (seq + 1) * FPS, rate: 1, visible: true }],
    }),
  }))
}

async function throughIngest(people: LoggedIn[], count: number): Promise<number> {
  const requests = await makeRequests(people, count)
  const dependencies = ingestDependencies()
  const begun = performance.now()
  await forEachConcurrent(requests, IN_FLIGHT / count, async (request) => {
    for (;;) {
      const { status, reason } = await ingest(request, dependencies)
      if (status === 204) return
      if (status !== 503) throw new Error(`Refused: ${status} ${reason}`)
      await wait(RETRY_MS)
    }
  })
  return ROWS / ((performance.now() - begun) / 1000)
}

/** Ordered by time: the first request of every viewer, then the second of every viewer. */
async function makeRequests(people: LoggedIn[], count: number): Promise<WatchRequest[]> {
  const videos = await makeVideos(VIDEOS, { frames: 600 * FPS })
  const playbacks = videos.flatMap((video) =>
    people.map(({ id, cookie }) => ({
      cookie,
      token: signToken(newClaims(id, video, Date.now())),
    })),
  )
  const beaconsEach = ROWS / playbacks.length
  const firsts = Array.from({ length: beaconsEach / count }, (_, i) => i * count)
  return firsts.flatMap((first) =>
    playbacks.map(({ cookie, token }) => {
      const beacons = Array.from({ length: count }, (_, i) => beaconOf(first + i))
      return requestOf(cookie, JSON.stringify({ token, beacons }))
    }),
  )
}

function requestOf(cookie: string, text: string): WatchRequest {
  const host = `127.0.0.1:${env().PORT}`
  return {
    method: 'POST',
    contentType: 'application/json',
    contentLength: `${text.length}`,
    origin: `http://${host}`,
    host,
    cookie,
    readBody: async () => ({ ok: true, text }),
  }
}

/** Half a second: twenty of them are less than a playback's credit at its start. */
const STEP = FPS / 2

function beaconOf(seq: number): WireBeacon {
  const [start, end] = [seq * STEP, (seq + 1) * STEP]
  return { seq, position: end, ended: false, segments: [[start, end, 1, 1]] }
}
