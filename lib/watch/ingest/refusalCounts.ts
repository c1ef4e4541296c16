import { log } from '#lib/log.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { type Refusal, type RefusalName, refusalName } from '#lib/watch/protocol/refusal.ts'

const refusals = onceAProcess('refusals', () => ({
  counts: new Map<RefusalName, number>(),
  isScheduled: false,
}))

const LOG_INTERVAL_MS = 60_000

/** Counts a refused request by its reason; one log line a minute reports how many of each. */
export function countRefusal(reason: Refusal): void {
  const name = refusalName(reason)
  refusals.counts.set(name, (refusals.counts.get(name) ?? 0) + 1)
  if (refusals.isScheduled) return
  refusals.isScheduled = true
  setTimeout(logRefusals, LOG_INTERVAL_MS).unref()
}

/** Logs the counts and resets them. */
export function logRefusals(): void {
  refusals.isScheduled = false
  if (refusals.counts.size === 0) return
  log().info({ refused: Object.fromEntries(refusals.counts) }, 'beacon requests refused')
  refusals.counts.clear()
}
