import { onceAProcess } from '#lib/onceAProcess.ts'
export type LiveFacts = { memberId: string; sessionId: string }
type Entry = LiveFacts & { until: number }
type Cache = { entries: Map<string, Entry>; forgotten: number }

const KEEP_MS = 30_000
const MOST = 10_000

const cache = onceAProcess('live sessions', (): Cache => ({ entries: new Map(), forgotten: 0 }))

/**
 * What was true of a cookie at most 30 seconds ago, or what `read` says now. An answer that was on
 * its way while a session was forgotten is not kept.
 */
export async function throughLiveCache(
  token: string,
  now: Date,
  read: () => Promise<(LiveFacts & { endsAt: Date }) | null>,
): Promise<LiveFacts | null> {
  const known = cache.entries.get(token)
  if (known && known.until > now.getTime()) return factsOf(known)
  cache.entries.delete(token)
  const { forgotten } = cache
  const live = await read()
  if (live && forgotten === cache.forgotten) {
    const until = Math.min(now.getTime() + KEEP_MS, live.endsAt.getTime())
    keep(token, { ...factsOf(live), until })
  }
  return live && factsOf(live)
}

/** A log-out takes effect at once, not in 30 seconds. */
export function forgetLiveSession(sessionId: string): void {
  forgetWhere((entry) => entry.sessionId === sessionId)
}

/** The same for all sessions of someone who was disabled or has a new password. */
export function forgetLiveSessionsOf(memberId: string): void {
  forgetWhere((entry) => entry.memberId === memberId)
}

function forgetWhere(isOver: (entry: Entry) => boolean) {
  cache.forgotten += 1
  for (const [token, entry] of cache.entries) if (isOver(entry)) cache.entries.delete(token)
}

/** At 10,000 entries the oldest goes; it is read again when it comes back. */
function keep(token: string, entry: Entry) {
  if (cache.entries.size >= MOST) {
    const oldest = cache.entries.keys().next()
    if (!oldest.done) cache.entries.delete(oldest.value)
  }
  cache.entries.set(token, entry)
}

function factsOf({ memberId, sessionId }: LiveFacts): LiveFacts {
  return { memberId, sessionId }
}
