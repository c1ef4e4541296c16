import { BUCKETS } from '#lib/watch/log/sharding.ts'
import type { RollupStore } from './store.ts'

/** A lane between two ranges, as its owner holds it. */
export type HeldLane = {
  lane: number
  /** How many lanes there are. */
  lanes: number
  epoch: number
  mergedTo: number
  store: RollupStore
  /** Queries in flight. */
  width: number
  /** Holds the lease. */
  onProgress: () => Promise<void>
}

/** The partitions of viewers' rows that travel in this lane. */
export function bucketsOf({ lane, lanes }: Pick<HeldLane, 'lane' | 'lanes'>): number[] {
  return Array.from({ length: BUCKETS }, (_, bucket) => bucket).filter(
    (bucket) => bucket % lanes === lane,
  )
}
