import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'
import { MAX_BEACONS_PER_REQUEST, MAX_BODY_BYTES } from '#lib/watch/protocol/limits.ts'

/** A beacon with the time it was sealed at, in ms since 1970. */
export type SealedBeacon = { sealedAt: number; beacon: WireBeacon }

export type Batch = { body: string; seqs: number[] }

/**
 * The first beacons that fit into one request. `age` is that of the newest: it dates the position.
 * @param most how many at most
 */
export function packBatch(
  token: string,
  waiting: readonly SealedBeacon[],
  now: number,
  most = MAX_BEACONS_PER_REQUEST,
): Batch | null {
  for (let count = Math.min(most, MAX_BEACONS_PER_REQUEST, waiting.length); count > 0; count -= 1) {
    const chosen = waiting.slice(0, count)
    const age = Math.max(0, Math.round(now - (chosen.at(-1)?.sealedAt ?? now)))
    const body = JSON.stringify({
      token,
      ...(age >= 1000 ? { age } : {}),
      beacons: chosen.map(({ beacon }) => beacon),
    })
    // All of it is ASCII: a character is a byte.
    if (body.length <= MAX_BODY_BYTES) return { body, seqs: chosen.map(({ beacon }) => beacon.seq) }
  }
  return null
}
