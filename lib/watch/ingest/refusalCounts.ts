import { log } from '#lib/log.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { type Refusal, type RefusalName, refusalName } from '#lib/watch/protocol/refusal.ts'

const refusals = onceAProcess('refusals', () => ({
  counts: new Map<RefusalName, number>(),
  due: false,
}))

const LOG_INTERVAL_MS = 60_000

/** Counts a refused beacon request by its reason; one line a minute tells how many of each. */
export function countRefusal(reason: Refusal): void {
  const name = refusalName(reason)
  refusals.counts.set(name, (refusals.counts.get(name) ?? 0) + 1)
  if (refusals.due) return
  refusals.due = true
  setTimeout(logRefusals, LOG_INTERVAL_MS).unref()
}

/** Writes down what was counted and begins anew. */
export function logRefusals(): void {
  refusals.due = false
  if (refusals.counts.size === 0) return
  log().info({ refused: Object.fromEntries(refusals.counts) }, 'beacon requests refused')
  refusals.counts.clear()
}
