import { randomUUID } from 'node:crypto'
import {
  type IngestDependencies,
  ingest,
  type WatchRequest,
  type WatchResponse,
} from '#lib/watch/ingest/ingest.ts'
import { type PlaybackClaims, signToken } from '#lib/watch/ingest/playbackToken.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'

/** A playback of two minutes at 30 fps that began ten seconds before `now` (ms since 1970). */
export const makeClaims = (now: number, over: Partial<PlaybackClaims> = {}): PlaybackClaims => ({
  memberId: randomUUID(),
  videoId: randomUUID(),
  playbackId: randomUUID(),
  start: now - 10_000,
  end: now + 86_400_000,
  frames: 3600,
  fps: { num: 30, den: 1 },
  ...over,
})

/**
 * One request to the real ingest, without HTTP: from a page of ours, in a session of the token's
 * member, into the real log, except for what `over` replaces.
 */
export function ingestWith(
  claims: PlaybackClaims,
  body: string,
  over: Partial<IngestDependencies> = {},
  request: Partial<WatchRequest> = {},
): Promise<WatchResponse> {
  return ingest(
    {
      method: 'POST',
      contentType: 'application/json',
      contentLength: undefined,
      origin: undefined,
      host: undefined,
      cookie: undefined,
      readBody: async () => ({ ok: true, text: body }),
      ...request,
    },
    {
      now: Date.now,
      isOwnOrigin: () => true,
      liveSession: async () => ({ memberId: claims.memberId }),
      store: async (viewerId, group) => (await openLanes()).store(viewerId, group),
      requestsPerMinute: 1000,
      ...over,
    },
  )
}

/** @param age ms since the beacons were sealed. */
export function sendBeacons(
  claims: PlaybackClaims,
  beacons: readonly unknown[],
  { age = 0, ...over }: Partial<IngestDependencies> & { age?: number } = {},
): Promise<WatchResponse> {
  return ingestWith(claims, JSON.stringify({ token: signToken(claims), age, beacons }), over)
}

/** A beacon of stretches played at normal speed; its position is where the last one ends. */
export function beaconOf(seq: number, ...stretches: [start: number, end: number][]): WireBeacon {
  return {
    seq,
    position: stretches.at(-1)?.[1] ?? 0,
    ended: false,
    segments: stretches.map(([start, end]) => [start, end, 1, 1]),
  }
}
