import { LRUCache } from 'lru-cache'
import { onceAProcess } from '#lib/onceAProcess.ts'

export type LiveSessionIds = { memberId: string; sessionId: string }
type Entry = LiveSessionIds & { until: number }

const MAX_AGE_MS = 30_000
const MAX_SESSIONS = 10_000

const cache = onceAProcess('live sessions', () => ({
  entries: new LRUCache<string, Entry>({ max: MAX_SESSIONS }),
  /** Raised by every log-out, so that a read that began before one does not outlive it. */
  generation: 0,
}))

/**
 * The session of a cookie from the cache, at most 30 seconds old, or from `read`. A result of `read`
 * is not cached when a session was removed from the cache meanwhile.
 */
export async function readThroughLiveCache(
  token: string,
  now: Date,
  read: () => Promise<(LiveSessionIds & { endsAt: Date }) | null>,
): Promise<LiveSessionIds | null> {
  const cached = cache.entries.get(token)
  if (cached && cached.until > now.getTime()) return idsOf(cached)
  cache.entries.delete(token)
  const { generation } = cache
  const live = await read()
  if (live && generation === cache.generation) {
    const until = Math.min(now.getTime() + MAX_AGE_MS, live.endsAt.getTime())
    cache.entries.set(token, { ...idsOf(live), until })
  }
  return live && idsOf(live)
}

/** A log-out takes effect at once, not in 30 seconds. */
export function evictLiveSession(sessionId: string): void {
  evictWhere((entry) => entry.sessionId === sessionId)
}

/** The same for all sessions of a member who was disabled or has a new password. */
export function evictLiveSessionsOf(memberId: string): void {
  evictWhere((entry) => entry.memberId === memberId)
}

function evictWhere(isOver: (entry: Entry) => boolean) {
  cache.generation += 1
  const entries = [...cache.entries]
  for (const [token, entry] of entries) if (isOver(entry)) cache.entries.delete(token)
}

function idsOf({ memberId, sessionId }: LiveSessionIds): LiveSessionIds {
  return { memberId, sessionId }
}
