import { type Random, seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { beginLedger } from '#lib/watch/ingest/admission.ts'
import { ingestDependencies } from '#lib/watch/ingest/dependencies.ts'
import { type IngestDependencies, ingest, type WatchRequest } from '#lib/watch/ingest/ingest.ts'
import { newClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { generateVisit, type Visit } from './generateVisit.ts'

/** As the player seals them. */
const BEACON_SECONDS = 5
const BEACONS_A_REQUEST = 20
/** How long ago the oldest visit may have been. */
const MAX_AGE_MS = 20 * 3600 * 1000

/**
 * Sends the beacons of generated visits through the real ingest into the real log, with tokens that
 * began in the past. They are in the curves once the next slot is merged.
 * @param members ids; about two thirds of them visit, some twice
 * @param now ms since 1970
 * @returns how many beacons were stored
 * @throws Error when ingest refuses one
 */
export async function simulateViewers(
  video: Video,
  members: readonly string[],
  seed: number,
  now: number,
): Promise<number> {
  const random = seededRandom(seed)
  let sent = 0
  for (const memberId of members) {
    if (random.chance(0.3)) continue
    const first = generateVisit(video.frames, startOf(video, random), random)
    sent += await sendVisit(memberId, video, first, now - random.below(MAX_AGE_MS), now)
    const stopped = first.stretches.at(-1)?.[1] ?? 0
    if (first.ended || random.chance(0.6)) continue
    const second = generateVisit(video.frames, stopped, random)
    sent += await sendVisit(memberId, video, second, now - random.below(MAX_AGE_MS / 20), now)
  }
  return sent
}

function startOf(video: Video, random: Random): number {
  return random.chance(0.93) ? 0 : random.below(Math.floor(video.frames / 2))
}

async function sendVisit(
  memberId: string,
  video: Video,
  visit: Visit,
  endedAt: number,
  now: number,
): Promise<number> {
  const beacons = beaconsOf(visit, video)
  const lasted = beacons.length * BEACON_SECONDS * 1000
  const claims = newClaims(memberId, video, endedAt - lasted)
  beginLedger(claims.playbackId)
  const token = signToken(claims)
  const age = now - endedAt
  for (let at = 0; at < beacons.length; at += BEACONS_A_REQUEST) {
    const some = beacons.slice(at, at + BEACONS_A_REQUEST)
    const body = JSON.stringify({ token, age, beacons: some })
    const response = await ingest(requestOf(body), dependenciesOf(memberId, now))
    if (response.status !== 204) throw new Error(`A demo beacon was refused: ${response.reason}`)
  }
  return beacons.length
}

function beaconsOf({ stretches, ended }: Visit, { fps, frames }: Video): WireBeacon[] {
  const step = Math.round((BEACON_SECONDS * fps.num) / fps.den)
  const beacons: WireBeacon[] = []
  for (const [start, stop] of stretches)
    for (let at = start; at < stop; at += step) {
      const end = Math.min(at + step, stop)
      beacons.push({
        seq: beacons.length,
        position: end,
        ended: ended && end === frames,
        segments: [[at, end, 1, 1]],
      })
    }
  return beacons
}

const requestOf = (text: string): WatchRequest => ({
  method: 'POST',
  contentType: 'application/json',
  contentLength: undefined,
  origin: undefined,
  host: undefined,
  cookie: undefined,
  readBody: async () => ({ ok: true, text }),
})

/** The real ones, except for what needs a browser or today's clock. */
function dependenciesOf(memberId: string, now: number): IngestDependencies {
  return {
    ...ingestDependencies(),
    now: () => now,
    isOwnOrigin: () => true,
    liveSession: async () => ({ memberId }),
    requestsPerMinute: Number.POSITIVE_INFINITY,
  }
}
