import { onceAProcess } from '#lib/onceAProcess.ts'

type Kept = { until: number; value: Promise<unknown> }

const kept = onceAProcess('ttl cache', () => new Map<string, Kept>())

/**
 * What `read` gives, at most `seconds` old, and read once however many ask: for sums over everybody
 * on a page that refreshes itself. A failure is not kept.
 * @param name one of a few fixed names
 */
export function ttlCache<T>(
  name: string,
  seconds: number,
  now: Date,
  read: () => Promise<T>,
): Promise<T> {
  const known = kept.get(name)
  if (known && known.until > now.getTime()) return known.value as Promise<T>
  const value = read()
  kept.set(name, { until: now.getTime() + seconds * 1000, value })
  value.catch(() => kept.delete(name))
  return value
}
