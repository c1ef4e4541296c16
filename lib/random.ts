import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { mersenne } from 'pure-rand/generator/mersenne'

/** A pseudorandom sequence, the same for the same seed. */
export type Random = {
  /** 0 <= x < 1 */
  next(): number
  /** An integer from 0 to `end` - 1; 0 when `end` is 0. */
  below(end: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T | undefined
}

/**
 * For tests and the demo, never for secrets. Mersenne Twister, because it mixes the seed: of
 * xoroshiro128plus the seeds 0, 1, 2, ... begin with almost the same numbers.
 */
export function seededRandom(seed: number): Random {
  const generator = mersenne(seed)
  const next = () => uniformFloat64(generator)
  const below = (end: number) => (end > 0 ? uniformInt(generator, 0, end - 1) : 0)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)],
  }
}
