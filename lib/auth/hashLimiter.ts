import { availableParallelism } from 'node:os'
import { onceAProcess } from '#lib/onceAProcess.ts'

type HashLimiter = { running: number; waiting: (() => void)[] }

const limiter = onceAProcess('hash limiter', (): HashLimiter => ({ running: 0, waiting: [] }))

export const MAX_WAITING_HASHES = 32
const MAX_CONCURRENT_HASHES = Math.max(1, availableParallelism() - 1)

/** While others wait, a slot pauses for this multiple of the time its last hash took. */
const PAUSE_FACTOR = 3
/** Keeps the pause short on a slow machine. */
const MAX_PAUSE_MS = 100

export type Busy = { ok: false; reason: 'busy' }

/** Whether a hash would be refused now; allows skipping the work that precedes one. */
export function isHashLimiterFull(): boolean {
  return limiter.running >= MAX_CONCURRENT_HASHES && limiter.waiting.length >= MAX_WAITING_HASHES
}

/**
 * Runs hashes without starving the rest of the server: concurrently on all cores but one, with a FIFO
 * queue of 32, and at a duty cycle of a quarter while the queue is not empty.
 * @returns the result of `work`, or `busy` immediately when the queue is full
 */
export async function limitHashing<T>(
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | Busy> {
  if (isHashLimiterFull()) return { ok: false, reason: 'busy' }
  if (limiter.running >= MAX_CONCURRENT_HASHES) {
    await new Promise<void>((resume) => limiter.waiting.push(resume))
  } else {
    limiter.running += 1
  }
  const startedAt = performance.now()
  try {
    return { ok: true, value: await work() }
  } finally {
    const pauseMs = Math.min((performance.now() - startedAt) * PAUSE_FACTOR, MAX_PAUSE_MS)
    if (limiter.waiting.length === 0) release()
    else setTimeout(release, pauseMs)
  }
}

/** Passes the slot to the next in the queue, or frees it. */
function release() {
  const next = limiter.waiting.shift()
  if (next) next()
  else limiter.running -= 1
}
