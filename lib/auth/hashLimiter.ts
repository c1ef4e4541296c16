import { availableParallelism } from 'node:os'
import { onceAProcess } from '#lib/onceAProcess.ts'

type Gate = { running: number; waiting: (() => void)[] }

const gate = onceAProcess('hash limiter', (): Gate => ({ running: 0, waiting: [] }))

export const MAX_WAITING_HASHES = 32
const AT_ONCE = Math.max(1, availableParallelism() - 1)

/** While others wait, a place rests so many times as long as the work before took. */
const REST = 3
/** On a machine that is slow already nobody waits much longer for that. */
const MOST_REST_MS = 100

export type Busy = { ok: false; reason: 'busy' }

/** Whether work would be refused just now: worth knowing before what leads up to it. */
export function isHashLimiterFull(): boolean {
  return gate.running >= AT_ONCE && gate.waiting.length >= MAX_WAITING_HASHES
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
  if (gate.running >= AT_ONCE) {
    await new Promise<void>((resume) => gate.waiting.push(resume))
  } else {
    gate.running += 1
  }
  const begun = performance.now()
  try {
    return { ok: true, value: await work() }
  } finally {
    const restMs = Math.min((performance.now() - begun) * REST, MOST_REST_MS)
    if (gate.waiting.length === 0) leave()
    else setTimeout(leave, restMs)
  }
}

/** The place is handed to the next in line, or given back. */
function leave() {
  const next = gate.waiting.shift()
  if (next) next()
  else gate.running -= 1
}
