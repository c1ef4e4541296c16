import { liveSession } from '#lib/auth/liveSession.ts'
import { isOwnOrigin } from '#lib/auth/origin.ts'
import { env } from '#lib/env.ts'
import type { IngestParts } from './ingest.ts'
import { openLanes } from './lanes.ts'

/** The real parts, the same for both mounts. */
export function ingestParts(): IngestParts {
  return {
    now: Date.now,
    isOwnOrigin,
    liveSession: (cookie) => liveSession(cookie),
    store: async (viewerId, group) => (await openLanes()).store(viewerId, group),
    beaconsPerMinute: env().BEACONS_PER_MINUTE,
  }
}
