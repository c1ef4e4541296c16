import { liveSession } from '#lib/auth/liveSession.ts'
import { isOwnOrigin } from '#lib/auth/origin.ts'
import { env } from '#lib/env.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import type { IngestDependencies } from './ingest.ts'

let shared: IngestDependencies | undefined

/** The real ones, the same for both handlers. */
export function ingestDependencies(): IngestDependencies {
  shared ??= {
    now: Date.now,
    isOwnOrigin: rememberLast(isOwnOrigin),
    liveSession: (cookie) => liveSession(cookie),
    store: async (viewerId, group) => (await openLanes()).store(viewerId, group),
    requestsPerMinute: env().BEACONS_PER_MINUTE,
  }
  return shared
}

/** Browsers send the same two headers with every beacon; parsing the URLs costs more than zod. */
function rememberLast(check: IngestDependencies['isOwnOrigin']): IngestDependencies['isOwnOrigin'] {
  let last: { origin?: string; host?: string; isOwn: boolean } = { isOwn: false }
  return (origin, host) => {
    if (origin === last.origin && host === last.host) return last.isOwn
    const isOwn = check(origin, host)
    last = { origin, host, isOwn }
    return isOwn
  }
}
