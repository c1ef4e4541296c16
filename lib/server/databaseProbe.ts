import { isDatabaseUp } from '#db/client.ts'

/** How long a negative result is cached. */
const AWAY_CACHE_MS = 250

export type DatabaseProbe = () => Promise<boolean>

/**
 * Whether the database responds. Concurrent calls share one check. A positive result is not cached, so
 * that an outage shows on the first page; a negative one is cached for 250 ms.
 */
export function createDatabaseProbe(
  check: DatabaseProbe = isDatabaseUp,
  now = Date.now,
): DatabaseProbe {
  let current: Promise<boolean> | undefined
  let until = 0
  return () => {
    if (!current || now() >= until) {
      until = Number.POSITIVE_INFINITY
      current = check().then((isUp) => {
        until = isUp ? 0 : now() + AWAY_CACHE_MS
        return isUp
      })
    }
    return current
  }
}
