import type { PlaybackClaims } from '#lib/watch/ingest/playbackToken.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'

/** A beacon as it was sealed, and whether a 204 for it was heard. */
export type SentBeacon = { playbackId: string; beacon: WireBeacon; acknowledged: boolean }

/** What one member sent of one video. */
export type SentPair = { videoId: string; viewerId: string; beacons: Map<string, SentBeacon> }

/** Everything the load generator sent, and what of it was acknowledged: what must be counted. */
export class Truth {
  readonly pairs = new Map<string, SentPair>()

  sent({ videoId, memberId, playbackId }: PlaybackClaims, beacons: readonly WireBeacon[]): void {
    const pair = this.#pair(videoId, memberId)
    for (const beacon of beacons) {
      const key = keyOf(playbackId, beacon.seq)
      if (!pair.beacons.has(key)) pair.beacons.set(key, { playbackId, beacon, acknowledged: false })
    }
  }

  acknowledged(
    { videoId, memberId, playbackId }: PlaybackClaims,
    beacons: readonly WireBeacon[],
  ): void {
    const pair = this.#pair(videoId, memberId)
    for (const { seq } of beacons) {
      const sent = pair.beacons.get(keyOf(playbackId, seq))
      if (sent) sent.acknowledged = true
    }
  }

  /** Forgets the first beacon that was acknowledged: counted once, it is then counted too often. */
  forgetOne(): void {
    for (const { beacons } of this.pairs.values())
      for (const [key, { beacon, acknowledged }] of beacons) {
        if (!acknowledged || beacon.segments.length === 0) continue
        beacons.delete(key)
        return
      }
  }

  #pair(videoId: string, viewerId: string): SentPair {
    const key = `${videoId}/${viewerId}`
    const known = this.pairs.get(key)
    if (known) return known
    const pair = { videoId, viewerId, beacons: new Map() }
    this.pairs.set(key, pair)
    return pair
  }
}

export function keyOf(playbackId: string, seq: number): string {
  return `${playbackId}/${seq}`
}
