import { availableParallelism } from 'node:os'
import { onceAProcess } from '#lib/onceAProcess.ts'

type HashLimiter = { running: number; waiting: (() => void)[] }

const limiter = onceAProcess('hash limiter', (): HashLimiter => ({ running: 0, waiting: [] }))

export const MAX_WAITING_HASHES = 32
const MAX_CONCURRENT_HASHES = Math.max(1, availableParallelism() - 1)

/** While others wait, a place rests so many times as long as the work before took. */
const PAUSE_FACTOR = 3
/** On a machine that is slow already nobody waits much longer for that. */
const MAX_PAUSE_MS = 100

export type Busy = { ok: false; reason: 'busy' }

/** Whether work would be refused just now: worth knowing before what leads up to it. */
export function isHashLimiterFull(): boolean {
  return limiter.running >= MAX_CONCURRENT_HASHES && limiter.waiting.length >= MAX_WAITING_HASHES
}

/**
 * Lets heavy work through so that most of the machine stays free for everyone else: at most one at
 * once per core but one, at most 32 waiting, in order, and a quarter of the time while there are many.
 * @returns the work's result, or `busy` at once when the queue is full.
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
  const begun = performance.now()
  try {
    return { ok: true, value: await work() }
  } finally {
    const restMs = Math.min((performance.now() - begun) * PAUSE_FACTOR, MAX_PAUSE_MS)
    if (limiter.waiting.length === 0) release()
    else setTimeout(release, restMs)
  }
}

/** The place is handed to the next in line, or given back. */
function release() {
  const next = limiter.waiting.shift()
  if (next) next()
  else limiter.running -= 1
}
