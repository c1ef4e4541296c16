import type { Removal } from '#db/removals.ts'
import { BUCKETS } from '#lib/watch/log/sharding.ts'
import type { SlotRange } from '#lib/watch/log/slot.ts'
import type { RollupStore } from './store.ts'

export const LEASE_MS = 15_000

/** Who merges, when it is, and where the tables are. */
export type LaneWorker = {
  /** Of this process only: whoever else comes is another owner. */
  owner: string
  /** ms since 1970. */
  now(): number
  store: RollupStore
  /** Queries in flight of one lane. */
  concurrency: number
  /** How many lanes there are. */
  laneCount: number
}

export type LaneStep =
  /** Everything up to now is merged. */
  | { did: 'nothing' }
  /** Another owner has the lane: come again when its lease is over. */
  | { did: 'waited' }
  /** The range is merged; there may be more. */
  | { did: 'merged'; range: SlotRange; rows: number }
  /** Nothing of these is in the lane any more; there may be more to do. */
  | { did: 'removed'; removals: Removal[] }

/** The lane has another owner. Nothing is lost: what was begun is sealed, and the owner goes on. */
export class LaneLost extends Error {
  override name = 'LaneLost'
}

/** A lane between two ranges, as its owner holds it. */
export type HeldLane = {
  lane: number
  /** How many lanes there are. */
  laneCount: number
  epoch: number
  mergedTo: number
  store: RollupStore
  /** Queries in flight. */
  concurrency: number
  /** Holds the lease. */
  renewLease: () => Promise<void>
}

/** The partitions of viewers' rows that travel in this lane. */
export function bucketsOf({ lane, laneCount }: Pick<HeldLane, 'lane' | 'laneCount'>): number[] {
  return Array.from({ length: BUCKETS }, (_, bucket) => bucket).filter(
    (bucket) => bucket % laneCount === lane,
  )
}
