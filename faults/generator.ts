import type { Random } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import type { WireBeacon, WireSegment } from '#lib/watch/protocol/beacon.ts'

const RATES = [1, 1, 1, 1, 1.25, 1.5, 2, 0.5, 1.75]

/**
 * The beacons of one player: it plays on, goes back to see something again, jumps, and starts over
 * at the end.
 */
export class BeaconGenerator {
  readonly #frames: number
  readonly #random: Random
  #position: number
  #seq = 0

  constructor(video: Video, random: Random) {
    this.#frames = video.frames
    this.#random = random
    this.#position = random.chance(0.5) ? 0 : random.below(video.frames)
  }

  /** The next sealed beacon. */
  next(): WireBeacon {
    const segments = Array.from({ length: this.#segmentCount() }, () => this.#play())
    const ended = this.#position >= this.#frames
    return { seq: this.#seq++, position: this.#position, ended, segments }
  }

  /** Mostly a few; many from a viewer who looks for a place; sometimes none, only the position. */
  #segmentCount(): number {
    const random = this.#random
    if (random.chance(0.02)) return 0
    if (random.chance(0.4)) return 1 + random.below(3)
    if (random.chance(0.7)) return 4 + random.below(8)
    return random.chance(0.97) ? 12 + random.below(20) : 100
  }

  #play(): WireSegment {
    const random = this.#random
    if (this.#position >= this.#frames) this.#position = 0
    else if (random.chance(0.25))
      this.#position = Math.max(0, this.#position - 1 - random.below(300))
    else if (random.chance(0.2)) this.#position = random.below(this.#frames)
    const start = this.#position
    const length = 1 + random.below(random.chance(0.3) ? 30 : 300)
    this.#position = Math.min(this.#frames, start + length)
    return [start, this.#position, random.pick(RATES) ?? 1, random.chance(0.9) ? 1 : 0]
  }
}
