import type { Removal } from '#db/removals.ts'
import { BUCKETS } from '#lib/watch/log/sharding.ts'
import type { SlotRange } from '#lib/watch/log/slot.ts'
import type { RollupStore } from './store.ts'

export const LEASE_MS = 15_000

/** One process that merges lanes. */
export type LaneWorker = {
  /** An id that no other process uses. */
  owner: string
  /** ms since 1970. */
  now(): number
  store: RollupStore
  /** Queries in flight per lane. */
  concurrency: number
  laneCount: number
}

export type LaneStep =
  /** Everything up to now is merged. */
  | { did: 'nothing' }
  /** Another owner has the lane: try again when its lease is over. */
  | { did: 'waited' }
  /** The range is merged; there may be more. */
  | { did: 'merged'; range: SlotRange; rows: number }
  /** The lane holds no rows of these any more; there may be more to do. */
  | { did: 'removed'; removals: Removal[] }

/** The lane has another owner. Nothing is lost: that owner merges what was sealed. */
export class LaneLost extends Error {
  override name = 'LaneLost'
}

/** A lane that its owner holds, between two ranges. */
export type HeldLane = {
  lane: number
  laneCount: number
  epoch: number
  mergedTo: number
  store: RollupStore
  /** Queries in flight. */
  concurrency: number
  /** Call it between writes. @throws LaneLost */
  renewLease: () => Promise<void>
}

/** The partitions of viewers' rows that belong to this lane. */
export function bucketsOf({ lane, laneCount }: Pick<HeldLane, 'lane' | 'laneCount'>): number[] {
  return Array.from({ length: BUCKETS }, (_, bucket) => bucket).filter(
    (bucket) => bucket % laneCount === lane,
  )
}
