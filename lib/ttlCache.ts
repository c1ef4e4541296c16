import { LRUCache } from 'lru-cache'
import { onceAProcess } from '#lib/onceAProcess.ts'

type Entry = { until: number; value: Promise<unknown> }

const cache = onceAProcess('ttl cache', () => new LRUCache<string, Entry>({ max: 100 }))

/**
 * The result of `read`, at most `seconds` old, for sums over all rows on a page that refreshes itself.
 * Concurrent callers share one read; a failure is not cached.
 */
export function ttlCache<T>(
  name: string,
  seconds: number,
  now: Date,
  read: () => Promise<T>,
): Promise<T> {
  const cached = cache.get(name)
  if (cached && cached.until > now.getTime()) return cached.value as Promise<T>
  const value = read()
  cache.set(name, { until: now.getTime() + seconds * 1000, value })
  value.catch(() => cache.delete(name))
  return value
}
