import type { RefusalName } from '#lib/watch/protocol/refusal.ts'
import { packBatch } from './batch.ts'
import type { Outbox } from './outbox.ts'

/** The response to a request; status 0 if there was none. `retryAfter` in seconds. */
export type PostResult = { status: number; reason?: string; retryAfter?: number }
/** Posts one body to `/api/watch`. Never throws. */
export type PostBody = (body: string) => Promise<PostResult>

export type Sender = {
  /** Sends what is waiting, batch after batch, unless it is backing off. */
  deliver(): Promise<void>
  /** Sends what is waiting in parallel, backing off or not: the page may be closed soon. */
  flush(post: PostBody): Promise<void>
  /** Whether it waits before the next retry. */
  isBackingOff(): boolean
  /** Ends the back-off: the network is back. */
  retryNow(): void
  /** Whether the server no longer accepts beacons of this playback. */
  hasEnded(): boolean
}

/** What a response means for the beacons that were sent. */
type Outcome = 'stored' | 'refused' | 'retry' | 'retry as this member'

const FIRST_BACKOFF_MS = 1000
const MAX_BACKOFF_MS = 60_000
/** All keepalive requests of a page together may carry 64 KiB; some is left for another one. */
const MAX_FLUSHED_BYTES = 60 * 1024

/** Refusals that no other log-in changes. */
const ENDED: ReadonlySet<string | undefined> = new Set<RefusalName>([
  'token-ended',
  'false-token',
  'removed',
])
const OF_ANOTHER_MEMBER: RefusalName = 'another-members-token'

export function classify({ status, reason }: PostResult): Outcome {
  if (status === 204) return 'stored'
  if (status === 401 && ENDED.has(reason)) return 'refused'
  if (status === 401 || reason === OF_ANOTHER_MEMBER) return 'retry as this member'
  return [400, 403, 413, 422].includes(status) ? 'refused' : 'retry'
}

type Dependencies = {
  post: PostBody
  /** ms since 1970 */
  now(): number
  /** 0..1 */
  random(): number
  warn(message: string): void
}

/**
 * Sends the beacons of one outbox until they are stored or refused for good. Failures are retried
 * after an exponential back-off with jitter.
 */
export function makeSender(outbox: Outbox, { post, now, random, warn }: Dependencies): Sender {
  let retryAt = 0
  let failures = 0
  let hasEnded = false
  let running: Promise<void> | null = null

  async function deliverAll() {
    // After a refusal one by one: a single bad beacon refuses the whole request.
    let maxBeacons = Number.POSITIVE_INFINITY
    while (now() >= retryAt) {
      const batch = packBatch(outbox.owner.token, outbox.waiting(), now(), maxBeacons)
      if (!batch) return
      const result = await post(batch.body)
      if (classify(result) === 'refused' && batch.seqs.length > 1) maxBeacons = 1
      else settle(batch.seqs, result)
    }
  }

  function settle(seqs: number[], result: PostResult) {
    const outcome = classify(result)
    hasEnded ||= outcome === 'refused' && result.status === 401
    if (outcome === 'stored' || outcome === 'refused') {
      outbox.discard(seqs)
      failures = 0
      if (outcome === 'refused') warn(`Dropped beacon ${seqs.join(', ')}: ${summaryOf(result)}`)
      return
    }
    failures += 1
    const least =
      outcome === 'retry as this member' ? MAX_BACKOFF_MS : (result.retryAfter ?? 0) * 1000
    retryAt = now() + Math.max(least, backoffMs(failures)) * (1 + random() / 2)
  }

  return {
    deliver() {
      running ??= deliverAll().finally(() => {
        running = null
      })
      return running
    },
    async flush(postNow) {
      let waiting = outbox.waiting()
      let bytesLeft = MAX_FLUSHED_BYTES
      const requests: Promise<void>[] = []
      for (;;) {
        const batch = packBatch(outbox.owner.token, waiting, now())
        if (!batch || batch.body.length > bytesLeft) break
        bytesLeft -= batch.body.length
        waiting = waiting.slice(batch.seqs.length)
        requests.push(
          postNow(batch.body).then((result) => {
            if (classify(result) === 'stored') outbox.discard(batch.seqs)
          }),
        )
      }
      await Promise.all(requests)
    },
    isBackingOff: () => now() < retryAt,
    retryNow() {
      retryAt = 0
    },
    hasEnded: () => hasEnded,
  }
}

/** @returns 1, 2, 4 ... 60 s, in ms */
function backoffMs(failures: number): number {
  return Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1))
}

function summaryOf({ status, reason }: PostResult): string {
  return reason ? `${status} ${reason}` : `${status}`
}
