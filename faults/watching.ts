import type { Random } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'

type WireSegment = WireBeacon['segments'][number]

const RATES = [1, 1, 1, 1, 1.25, 1.5, 2, 0.5, 1.75]

/** One player: it plays on, goes back to see something again, jumps, and starts anew at the end. */
export class Watching {
  readonly #frames: number
  readonly #random: Random
  #at: number
  #seq = 0

  constructor(video: Video, random: Random) {
    this.#frames = video.frames
    this.#random = random
    this.#at = random.chance(0.5) ? 0 : random.below(video.frames)
  }

  /** The next sealed beacon. */
  seal(): WireBeacon {
    const segments = Array.from({ length: this.#howMany() }, () => this.#play())
    const ended = this.#at >= this.#frames
    return { seq: this.#seq++, position: this.#at, ended, segments }
  }

  /** Mostly a few; someone who looks for a place makes many; sometimes only the position. */
  #howMany(): number {
    const random = this.#random
    if (random.chance(0.02)) return 0
    if (random.chance(0.4)) return 1 + random.below(3)
    if (random.chance(0.7)) return 4 + random.below(8)
    return random.chance(0.97) ? 12 + random.below(20) : 100
  }

  #play(): WireSegment {
    const random = this.#random
    if (this.#at >= this.#frames) this.#at = 0
    else if (random.chance(0.25)) this.#at = Math.max(0, this.#at - 1 - random.below(300))
    else if (random.chance(0.2)) this.#at = random.below(this.#frames)
    const start = this.#at
    this.#at = Math.min(this.#frames, start + 1 + random.below(random.chance(0.3) ? 30 : 300))
    return [start, this.#at, random.pick(RATES) ?? 1, random.chance(0.9) ? 1 : 0]
  }
}
