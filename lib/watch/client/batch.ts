import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { MAX_BEACONS_PER_REQUEST, MAX_BODY_BYTES } from '#lib/watch/protocol/limits.ts'

/** A beacon with the time it was sealed at, in ms since 1970. */
export type SealedBeacon = { sealedAt: number; beacon: WireBeacon }

/** The body of one request, and the numbers of the beacons in it. */
export type Batch = { body: string; seqs: number[] }

/**
 * Packs as many of the first beacons as one request may hold. `age` in the body is the age of the
 * newest one, in ms: the server dates its position by it.
 * @param now ms since 1970
 * @returns null if nothing is waiting
 */
export function packBatch(
  token: string,
  waiting: readonly SealedBeacon[],
  now: number,
  maxBeacons = MAX_BEACONS_PER_REQUEST,
): Batch | null {
  const max = Math.min(maxBeacons, MAX_BEACONS_PER_REQUEST, waiting.length)
  for (let count = max; count > 0; count -= 1) {
    const chosen = waiting.slice(0, count)
    const age = Math.max(0, Math.round(now - (chosen.at(-1)?.sealedAt ?? now)))
    const body = JSON.stringify({
      token,
      ...(age >= 1000 ? { age } : {}),
      beacons: chosen.map(({ beacon }) => beacon),
    })
    // The body is ASCII, so its length is its size in bytes.
    if (body.length <= MAX_BODY_BYTES) return { body, seqs: chosen.map(({ beacon }) => beacon.seq) }
  }
  return null
}
