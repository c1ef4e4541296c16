/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** 0 <= x < 1 */
  next(): number
  /** A natural number below `end`; 0 when `end` is 0. */
  below(end: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T | undefined
}

/** Mulberry32: 32 bits of state, good enough for tests and made-up viewers, for nothing else. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)],
  }
}
