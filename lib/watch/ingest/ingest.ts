import { isDatabaseAway } from '#db/client.ts'
import { log } from '#lib/log.ts'
import type { LogGroup, StoreOutcome } from '#lib/watch/log/groupCommit.ts'
import { MAX_BODY_BYTES } from '#lib/watch/protocol/limits.ts'
import { REFUSAL_STATUS, type Refusal, refusalName } from '#lib/watch/protocol/refusal.ts'
import { parseWatchBody, type WatchBody } from './beaconSchema.ts'
import { admit } from './ledger.ts'
import { readToken } from './playbackToken.ts'
import { countRefusal } from './refusalCounts.ts'
import { isRemoved } from './removedIds.ts'
import { toLogGroup } from './toLogEntries.ts'

/** A request as both mounts see it. Header values as they were sent. */
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

/** What ingest leans on: real in both mounts, chosen by tests and by simulated viewers. */
export type IngestDependencies = {
  /** ms since 1970. */
  now(): number
  isOwnOrigin(origin: string | undefined, host: string | undefined): boolean
  liveSession(cookie: string | undefined): Promise<{ memberId: string } | null>
  store(viewerId: string, group: LogGroup): Promise<StoreOutcome>
  beaconsPerMinute: number
}

const STORED: WatchResponse = { status: 204 }
const RETRY_SECONDS = 5

/**
 * Takes one request of beacons: every check of the contract in the contract's order, cheap ones
 * first, then the log. Answers 204 only when everything is safe in the log at LOCAL_QUORUM.
 */
export async function ingest(
  facts: WatchRequest,
  parts: IngestDependencies,
): Promise<WatchResponse> {
  const answer = await answerTo(facts, parts)
  if (answer.reason) countRefusal(answer.reason)
  return answer
}

async function answerTo(facts: WatchRequest, parts: IngestDependencies): Promise<WatchResponse> {
  const refused = refuseByHeaders(facts, parts)
  if (refused) return refused
  const read = await facts.readBody(MAX_BODY_BYTES)
  if (!read.ok) return refuse(read.reason)
  const parsed = parseWatchBody(read.text)
  if (!parsed.ok) return refuse(parsed.reason)
  try {
    return await takeBeacons(parsed.body, facts.cookie, parts)
  } catch (error) {
    if (isDatabaseAway(error)) return tryAgain('database-away')
    log().error({ err: error }, 'a beacon request failed')
    return tryAgain('failed')
  }
}

function refuseByHeaders(facts: WatchRequest, parts: IngestDependencies): WatchResponse | null {
  if (facts.method !== 'POST') return refuse('not-post')
  if (!isJson(facts.contentType)) return refuse('not-json-type')
  if (!parts.isOwnOrigin(facts.origin, facts.host)) return refuse('foreign-origin')
  if (Number(facts.contentLength) > MAX_BODY_BYTES) return refuse('too-large')
  return null
}

function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'
}

async function takeBeacons(
  body: WatchBody,
  cookie: string | undefined,
  parts: IngestDependencies,
): Promise<WatchResponse> {
  const now = parts.now()
  const claims = readToken(body.token)
  if (!claims) return refuse('false-token')
  if (now >= claims.end) return refuse('token-ended')
  if (isRemoved(claims)) return refuse('removed')
  const session = await parts.liveSession(cookie)
  if (!session) return refuse('no-session')
  if (session.memberId !== claims.memberId) return refuse('another-members-token')
  const limits = { requestsPerMinute: parts.beaconsPerMinute, now }
  const admission = await admit(body.beacons, claims, limits)
  if (admission.is === 'too-many')
    return { ...refuse('too-many'), retryAfter: admission.retryAfter }
  if (admission.is === 'refused') return refuse(admission.reason)
  if (admission.is === 'stored') return STORED
  const group = toLogGroup(admission.beacons, claims, now - body.age)
  const outcome = await parts.store(claims.memberId, group)
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
