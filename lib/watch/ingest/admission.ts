import { LRUCache } from 'lru-cache'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { costOf, creditAt } from '#lib/watch/aggregate/credit.ts'
import { addSeq, hasSeq, type SeqRanges } from '#lib/watch/aggregate/seqRanges.ts'
import { decodePlayed } from '#lib/watch/log/logCodec.ts'
import { readViewerNow } from '#lib/watch/progress/viewerNow.ts'
import type { Beacon } from '#lib/watch/protocol/beacon.ts'
import type { RefusalName } from '#lib/watch/protocol/refusal.ts'
import type { PlaybackClaims } from './playbackToken.ts'
import { findImpossible } from './toLogEntries.ts'

/** What this process remembers of one live playback; it can be recalled from the tables. */
type Ledger = {
  windowStart: number
  requests: number
  /** Credit used, in thousandths of a frame at rate 1. */
  used: number
  /** Beacons that were acknowledged: sent again they cost nothing and are not written again. */
  stored: SeqRanges
  /** Beacons that are charged but not acknowledged, with their charge. */
  pending: Map<number, number>
  recalled: Promise<void> | 'done' | 'not yet'
}

/** About 300 bytes each. One that is evicted is recalled from the tables. */
const MAX_LEDGERS = 50_000
/** A younger playback can have used little credit in other processes: not worth the reads. */
const YOUNG_MS = 30_000

const ledgers = onceAProcess('ledgers', () => new LRUCache<string, Ledger>({ max: MAX_LEDGERS }))

/** For tests: as after a restart. */
export function forgetLedgers(): void {
  ledgers.clear()
}

/** For a playback that begins in this process: there is nothing to recall. */
export function beginLedger(playbackId: string): void {
  ledgers.set(playbackId, emptyLedger('done'))
}

function emptyLedger(recalled: Ledger['recalled']): Ledger {
  return { windowStart: 0, requests: 0, used: 0, stored: [], pending: new Map(), recalled }
}

export type Admission =
  /** Too many requests, answered with 429. `retryAfter` in seconds. */
  | { is: 'too-many'; retryAfter: number }
  | { is: 'refused'; reason: RefusalName }
  /** All of it is stored already. */
  | { is: 'stored' }
  /** These are to be stored and are charged already; `markStored` once they are safe. */
  | { is: 'admitted'; beacons: Beacon[]; markStored(): void }

/**
 * Whether the beacons of one request may be stored: not too often, possible at all, not stored
 * already, and within the credit of their playback. In this order, which is that of the contract.
 * @param now ms since 1970
 * @throws DatabaseAway when the playback has to be recalled from the tables
 */
export async function admit(
  beacons: readonly Beacon[],
  claims: PlaybackClaims,
  { requestsPerMinute, now }: { requestsPerMinute: number; now: number },
): Promise<Admission> {
  const ledger = ledgerOf(claims.playbackId)
  const retryAfter = countRequest(ledger, requestsPerMinute, now)
  if (retryAfter > 0) return { is: 'too-many', retryAfter }
  const impossible = findImpossible(beacons, claims)
  if (impossible) return { is: 'refused', reason: impossible }
  const recalling = recall(ledger, claims, now)
  if (recalling) await recalling
  const fresh = notStored(ledger, beacons)
  if (fresh.length === 0) return { is: 'stored' }
  if (!charge(ledger, fresh, claims, now)) return { is: 'refused', reason: 'more-than-the-credit' }
  return { is: 'admitted', beacons: fresh, markStored: () => markStored(ledger, fresh) }
}

function ledgerOf(playbackId: string): Ledger {
  const known = ledgers.get(playbackId)
  if (known) return known
  const ledger = emptyLedger('not yet')
  ledgers.set(playbackId, ledger)
  return ledger
}

/** @returns 0, or the seconds until the next request is allowed. */
function countRequest(ledger: Ledger, perMinute: number, now: number): number {
  if (now - ledger.windowStart >= 60_000) {
    ledger.windowStart = now
    ledger.requests = 0
  }
  ledger.requests++
  return ledger.requests <= perMinute ? 0 : Math.ceil((ledger.windowStart + 60_000 - now) / 1000)
}

/** The beacons that are not acknowledged yet, each number once. */
function notStored(ledger: Ledger, beacons: readonly Beacon[]): Beacon[] {
  const seen = new Set<number>()
  return beacons.filter(({ seq }) => {
    if (seen.has(seq) || hasSeq(ledger.stored, seq)) return false
    seen.add(seq)
    return true
  })
}

/**
 * Charges the beacons unless that is more than can have been watched since the token began. A number
 * sent again before it was acknowledged is charged the difference only.
 * @returns whether they are charged
 */
function charge(
  ledger: Ledger,
  beacons: readonly Beacon[],
  { start, fps }: PlaybackClaims,
  now: number,
): boolean {
  let more = 0
  for (const { seq, segments } of beacons)
    more += Math.max(0, costOf(segments) - (ledger.pending.get(seq) ?? 0))
  if (more > 0 && ledger.used + more > creditAt(now, start, fps)) return false
  ledger.used += more
  for (const { seq, segments } of beacons)
    ledger.pending.set(seq, Math.max(costOf(segments), ledger.pending.get(seq) ?? 0))
  return true
}

function markStored(ledger: Ledger, beacons: readonly Beacon[]): void {
  for (const { seq } of beacons) {
    ledger.stored = addSeq(ledger.stored, seq)
    ledger.pending.delete(seq)
  }
}

/**
 * Fills the ledger of a playback that this process has not seen, from the viewer's row and the log.
 * Two processes that serve one playback at the same time do not see each other's new beacons, so the
 * credit holds per process. @returns null when there is nothing to wait for
 */
function recall(ledger: Ledger, claims: PlaybackClaims, now: number): Promise<void> | null {
  if (ledger.recalled === 'done') return null
  if (ledger.recalled !== 'not yet') return ledger.recalled
  if (now - claims.start < YOUNG_MS) {
    ledger.recalled = 'done'
    return null
  }
  ledger.recalled = readDurable(ledger, claims, now).then(
    () => {
      ledger.recalled = 'done'
    },
    (error: unknown) => {
      ledger.recalled = 'not yet'
      throw error
    },
  )
  return ledger.recalled
}

async function readDurable(ledger: Ledger, claims: PlaybackClaims, now: number): Promise<void> {
  const { merged, recent } = await readViewerNow(claims.videoId, claims.memberId, now)
  const playback = merged?.playbacks.get(claims.playbackId)
  ledger.used = playback?.usedCredit ?? 0
  ledger.stored = playback?.seqs ?? []
  for (const { playbackId, seq, segments } of recent) {
    if (playbackId !== claims.playbackId || hasSeq(ledger.stored, seq)) continue
    // Charged, but not acknowledged: a row whose write timed out may be visible here and still be
    // missed by the merge. Sent again it is written again, at no cost.
    const cost = costOf(decodePlayed(segments).segments)
    const before = ledger.pending.get(seq) ?? 0
    ledger.pending.set(seq, Math.max(cost, before))
    ledger.used += Math.max(0, cost - before)
  }
}
