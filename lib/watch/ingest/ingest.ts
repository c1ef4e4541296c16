import { isDatabaseAway } from '#db/client.ts'
import { log } from '#lib/log.ts'
import type { LogGroup, StoreOutcome } from '#lib/watch/log/groupCommit.ts'
import { MAX_BODY_BYTES } from '#lib/watch/protocol/limits.ts'
import { REFUSAL_STATUS, type Refusal, refusalName } from '#lib/watch/protocol/refusal.ts'
import { admit } from './admission.ts'
import { parseWatchBody, type WatchBody } from './beaconSchema.ts'
import { readToken } from './playbackToken.ts'
import { countRefusal } from './refusalCounts.ts'
import { isRemoved } from './removedIds.ts'
import { toLogGroup } from './toLogEntries.ts'

/** A request as both handlers pass it on. Header values as they were sent. */
export type WatchRequest = {
  method: string
  contentType: string | undefined
  contentLength: string | undefined
  origin: string | undefined
  host: string | undefined
  cookie: string | undefined
  /** Reads at most `limit` bytes; called at most once, and not at all when a header is enough. */
  readBody(limit: number): Promise<BodyRead>
}

export type BodyRead = { ok: true; text: string } | { ok: false; reason: 'too-large' | 'cut-off' }

/** `retryAfter` in seconds. */
export type WatchResponse = { status: number; reason?: Refusal; retryAfter?: number }

/** Real ones in both handlers; tests and simulated viewers pass their own. */
export type IngestDependencies = {
  /** ms since 1970. */
  now(): number
  isOwnOrigin(origin: string | undefined, host: string | undefined): boolean
  liveSession(cookie: string | undefined): Promise<{ memberId: string } | null>
  store(viewerId: string, group: LogGroup): Promise<StoreOutcome>
  /** Of one playback. */
  requestsPerMinute: number
}

const STORED: WatchResponse = { status: 204 }
const RETRY_SECONDS = 5

/**
 * Handles one request of beacons: the checks of the contract in the contract's order, then the log.
 * @returns 204 only when every beacon is in the log at LOCAL_QUORUM
 */
export async function ingest(
  request: WatchRequest,
  dependencies: IngestDependencies,
): Promise<WatchResponse> {
  const response = await respondTo(request, dependencies)
  if (response.reason) countRefusal(response.reason)
  return response
}

async function respondTo(
  request: WatchRequest,
  dependencies: IngestDependencies,
): Promise<WatchResponse> {
  const refused = refuseByHeaders(request, dependencies)
  if (refused) return refused
  const read = await request.readBody(MAX_BODY_BYTES)
  if (!read.ok) return refuse(read.reason)
  const parsed = parseWatchBody(read.text)
  if (!parsed.ok) return refuse(parsed.reason)
  try {
    return await takeBeacons(parsed.body, request.cookie, dependencies)
  } catch (error) {
    if (isDatabaseAway(error)) return tryAgain('database-away')
    log().error({ err: error }, 'a beacon request failed')
    return tryAgain('failed')
  }
}

function refuseByHeaders(
  request: WatchRequest,
  dependencies: IngestDependencies,
): WatchResponse | null {
  if (request.method !== 'POST') return refuse('not-post')
  if (!isJson(request.contentType)) return refuse('not-json-type')
  if (!dependencies.isOwnOrigin(request.origin, request.host)) return refuse('foreign-origin')
  if (Number(request.contentLength) > MAX_BODY_BYTES) return refuse('too-large')
  return null
}

function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'
}

async function takeBeacons(
  body: WatchBody,
  cookie: string | undefined,
  dependencies: IngestDependencies,
): Promise<WatchResponse> {
  const now = dependencies.now()
  const claims = readToken(body.token)
  if (!claims) return refuse('false-token')
  if (now >= claims.end) return refuse('token-ended')
  if (isRemoved(claims)) return refuse('removed')
  const session = await dependencies.liveSession(cookie)
  if (!session) return refuse('no-session')
  if (session.memberId !== claims.memberId) return refuse('another-members-token')
  const { requestsPerMinute } = dependencies
  const admission = await admit(body.beacons, claims, { requestsPerMinute, now })
  if (admission.is === 'too-many')
    return { ...refuse('too-many'), retryAfter: admission.retryAfter }
  if (admission.is === 'refused') return refuse(admission.reason)
  if (admission.is === 'stored') return STORED
  const group = toLogGroup(admission.beacons, claims, now - body.age)
  const outcome = await dependencies.store(claims.memberId, group)
  if (outcome === 'ended') return refuse('token-ended')
  if (outcome === 'busy') return tryAgain('try-again')
  admission.markStored()
  return STORED
}

function refuse(reason: Refusal): WatchResponse {
  return { status: REFUSAL_STATUS[refusalName(reason)], reason }
}

function tryAgain(reason: Refusal): WatchResponse {
  return { ...refuse(reason), retryAfter: RETRY_SECONDS }
}
