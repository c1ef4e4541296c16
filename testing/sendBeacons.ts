import { type IngestDependencies, ingest, type WatchResponse } from '#lib/watch/ingest/ingest.ts'
import { type PlaybackClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'

export type SentBeacon = {
  seq: number
  position: number
  ended: boolean
  segments: [start: number, end: number, rate: number, visible: 0 | 1][]
}

/** One request through the real ingest into the real log, by the member the token is of. */
export async function sendBeacons(
  claims: PlaybackClaims,
  beacons: SentBeacon[],
  { age = 0, ...over }: Partial<IngestDependencies> & { age?: number } = {},
): Promise<WatchResponse> {
  const text = JSON.stringify({ token: signToken(claims), age, beacons })
  const facts = {
    method: 'POST',
    contentType: 'application/json',
    contentLength: undefined,
    origin: undefined,
    host: undefined,
    cookie: undefined,
    readBody: async () => ({ ok: true as const, text }),
  }
  const parts: IngestDependencies = {
    now: Date.now,
    isOwnOrigin: () => true,
    liveSession: async () => ({ memberId: claims.memberId }),
    store: async (viewerId, group) => (await openLanes()).store(viewerId, group),
    beaconsPerMinute: 1000,
    ...over,
  }
  return ingest(facts, parts)
}

export function beaconOf(seq: number, ...stretches: [start: number, end: number][]): SentBeacon {
  return {
    seq,
    position: stretches.at(-1)?.[1] ?? 0,
    ended: false,
    segments: stretches.map(([start, end]) => [start, end, 1, 1]),
  }
}
