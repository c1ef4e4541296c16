import { isDatabaseUp } from '#db/client.ts'

/** So long nobody asks again once it did not answer. */
const AWAY_CACHE_MS = 250

export type DatabaseProbe = () => Promise<boolean>

/**
 * Whether the database answers. Those who ask while a look is under way share its outcome. That it
 * answers is forgotten at once, so that an outage's first page is told; that it does not, only after
 * a quarter of a second.
 */
export function createDatabaseProbe(
  look: DatabaseProbe = isDatabaseUp,
  now = Date.now,
): DatabaseProbe {
  let asked: Promise<boolean> | undefined
  let until = 0
  return () => {
    if (!asked || now() >= until) {
      until = Number.POSITIVE_INFINITY
      asked = look().then((isThere) => {
        until = isThere ? 0 : now() + AWAY_CACHE_MS
        return isThere
      })
    }
    return asked
  }
}
