import { type Random, seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { type IngestDependencies, ingest } from '#lib/watch/ingest/ingest.ts'
import { beginLedger } from '#lib/watch/ingest/ledger.ts'
import { newClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { imagineVisit, type Visit } from './imagineVisit.ts'

/** As the player seals them. */
const BEACON_SECONDS = 5
const BEACONS_A_REQUEST = 20
/** How far back the made-up visits lie, in ms. */
const PAST = 20 * 3600 * 1000

/**
 * Sends made-up viewers through the real ingest: real tokens that began in the past, real beacons,
 * the real log. What they watched is in the curves once the next slot has been merged.
 * @param members ids; about half of them come, some twice
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
    const first = imagineVisit(video.frames, startOf(video, random), random)
    sent += await sendVisit(memberId, video, first, now - random.below(PAST), now)
    const stopped = first.stretches.at(-1)?.[1] ?? 0
    if (first.ended || random.chance(0.6)) continue
    const second = imagineVisit(video.frames, stopped, random)
    sent += await sendVisit(memberId, video, second, now - random.below(PAST / 20), now)
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
    await post(JSON.stringify({ token, age, beacons: some }), memberId, now)
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

async function post(text: string, memberId: string, now: number): Promise<void> {
  const answer = await ingest(factsOf(text), partsFor(memberId, now))
  if (answer.status !== 204) throw new Error(`A made-up beacon was refused: ${answer.reason}`)
}

const factsOf = (text: string) => ({
  method: 'POST',
  contentType: 'application/json',
  contentLength: undefined,
  origin: undefined,
  host: undefined,
  cookie: undefined,
  readBody: async () => ({ ok: true as const, text }),
})

/** The real parts, less what only a browser has: a page of ours and a cookie. */
function partsFor(memberId: string, now: number): IngestDependencies {
  return {
    now: () => now,
    isOwnOrigin: () => true,
    liveSession: async () => ({ memberId }),
    store: async (viewerId, group) => (await openLanes()).store(viewerId, group),
    requestsPerMinute: Number.POSITIVE_INFINITY,
  }
}
