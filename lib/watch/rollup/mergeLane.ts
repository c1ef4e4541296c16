import { randomUUID } from 'node:crypto'
import type { LaneChange, LaneRow } from '#db/lanes.ts'
import type { Removal } from '#db/removals.ts'
import type { LogRow } from '#db/watchLog.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { lastSlotOfDay, type SlotRange, slotOf } from '#lib/watch/log/slot.ts'
import { type HeldLane, LaneLost, type LaneStep, type LaneWorker, LEASE_MS } from './heldLane.ts'
import { mergeRange } from './mergeRange.ts'
import {
  isDue,
  isReadyToFinish,
  removeRowsInLane,
  withoutRemoved,
} from './removal/removeRowsInLane.ts'
import { decodeSnapshot, encodeSnapshot } from './snapshotCodec.ts'

const RENEW_AFTER_MS = 5_000
/** A range has more only when a single slot has. */
const MAX_ROWS_PER_RANGE = 50_000
const SLOTS_PER_QUERY = 100

/**
 * The steps of a lane's owner: close, seal, merge, advance. It works on the row it was given, so it
 * makes one step and is dropped; every change is conditional on the epoch of that row.
 */
export class LaneMerger {
  readonly #lane: LaneRow
  readonly #worker: LaneWorker
  #leasedAt = 0

  constructor(lane: LaneRow, worker: LaneWorker) {
    this.#lane = lane
    this.#worker = worker
  }

  /** @throws LaneLost when another owner has acquired the lane, DatabaseAway */
  async step(): Promise<LaneStep> {
    const { mergedTo, sealedTo } = this.#lane
    if (sealedTo > mergedTo) return this.#mergeSealed({ from: mergedTo + 1, to: sealedTo })
    // Read in every step, after the lane was acquired: no range is sealed by an owner that has not
    // seen a removal requested before.
    const removals = await this.#worker.store.readRemovals()
    const removed = await this.#remove(removals)
    if (removed.length > 0) return { did: 'removed', removals: removed }
    const closedTo = await this.#close()
    if (closedTo <= mergedTo) return { did: 'nothing' }
    const { range, rows: found } = await this.#readPrefix(mergedTo + 1, closedTo)
    const rows = withoutRemoved(found, removals)
    const snapshot = rows.length > 0 ? await this.#seal(range, rows) : null
    if (snapshot) await this.#merge(range, rows)
    return this.#advance(range, rows.length, snapshot)
  }

  /** Merges what an earlier owner sealed: from its snapshot, never from the log. */
  async #mergeSealed(range: SlotRange): Promise<LaneStep> {
    const { snapshot } = this.#lane
    if (!snapshot) throw new Error(`Lane ${this.#lane.lane} is sealed without a snapshot`)
    const parts = await this.#worker.store.readSnapshotParts(snapshot)
    // The snapshot was read whole if the lane is still ours: it is deleted by the owner that advances.
    await this.#confirm()
    const rows = decodeSnapshot(parts)
    await this.#merge(range, rows)
    return this.#advance(range, rows.length, snapshot)
  }

  /** Does the removals due in this lane, and finishes those that every lane has done. */
  async #remove(removals: readonly Removal[]): Promise<Removal[]> {
    const { lane, mergedTo } = this.#lane
    const { laneCount, store } = this.#worker
    const due = removals.filter((removal) => isDue(removal, lane, laneCount, mergedTo))
    for (const removal of due) await removeRowsInLane(await this.#confirm(), removal)
    const done = removals.filter((removal) => isReadyToFinish(removal, lane, laneCount))
    for (const removal of done) await store.finishRemoval(removal, this.#worker.now())
    return [...due, ...done]
  }

  /** Merges what an earlier owner sealed, so that the lane is between two ranges. */
  async betweenRanges(): Promise<HeldLane> {
    const { mergedTo, sealedTo } = this.#lane
    if (sealedTo > mergedTo) await this.#mergeSealed({ from: mergedTo + 1, to: sealedTo })
    return this.#confirm(Math.max(mergedTo, sealedTo))
  }

  /**
   * Confirms that the lane is still ours by renewing the lease: what was read before this was read
   * by its owner. @throws LaneLost
   */
  async #confirm(mergedTo = this.#lane.mergedTo): Promise<HeldLane> {
    const { lane, epoch } = this.#lane
    const { laneCount, store, concurrency } = this.#worker
    throwIfLost(await store.setLease(lane, epoch, this.#newLease()))
    return { lane, laneCount, epoch, mergedTo, store, concurrency, renewLease: () => this.#renew() }
  }

  /** Closes every slot that is past, within one UTC day. @returns the last closed slot. */
  async #close(): Promise<number> {
    const { lane, epoch, mergedTo, closedTo } = this.#lane
    const past = slotOf(this.#worker.now()) - 1
    const target = Math.min(past, lastSlotOfDay(mergedTo + 1))
    if (target <= closedTo) return closedTo
    const lease = this.#newLease()
    throwIfLost(await this.#worker.store.closeLane(lane, epoch, target, lease))
    return target
  }

  /**
   * Reads the longest prefix of the closed slots that has at most `MAX_ROWS_PER_RANGE` rows, but at
   * least up to the first slot that has any.
   */
  async #readPrefix(from: number, closedTo: number) {
    const { store, concurrency } = this.#worker
    const rows: LogRow[] = []
    for (let first = from; first <= closedTo; first += SLOTS_PER_QUERY) {
      const last = Math.min(closedTo, first + SLOTS_PER_QUERY - 1)
      const slots = Array.from({ length: last - first + 1 }, (_, i) => first + i)
      const written =
        slots.length === 1 ? slots : await store.findWrittenSlots(this.#lane.lane, slots)
      for (let at = 0; at < written.length; at += concurrency) {
        for (const [slot, found] of await this.#readSlots(written.slice(at, at + concurrency))) {
          if (rows.length > 0 && rows.length + found.length > MAX_ROWS_PER_RANGE)
            return { range: { from, to: slot - 1 }, rows }
          for (const row of found) rows.push(row)
        }
      }
    }
    return { range: { from, to: closedTo }, rows }
  }

  async #readSlots(slots: number[]): Promise<[slot: number, rows: LogRow[]][]> {
    const found = new Map<number, LogRow[]>()
    await forEachConcurrent(slots, this.#worker.concurrency, async (slot) => {
      found.set(slot, await this.#worker.store.readLogSlot(slot, this.#lane.lane))
    })
    return slots.map((slot) => [slot, found.get(slot) ?? []])
  }

  /** Stores the rows under a new id, then seals the range with it. @returns the id. */
  async #seal({ to }: SlotRange, rows: LogRow[]): Promise<string> {
    const { store, concurrency } = this.#worker
    const snapshot = randomUUID()
    const parts = encodeSnapshot(rows).map((part, number) => ({ part, number }))
    await forEachConcurrent(parts, concurrency, ({ part, number }) =>
      store.insertSnapshotPart(snapshot, number, part),
    )
    throwIfLost(await store.sealLane(this.#lane.lane, this.#lane.epoch, to, snapshot))
    return snapshot
  }

  async #merge(range: SlotRange, rows: LogRow[]): Promise<void> {
    const { lane, epoch } = this.#lane
    const { store, concurrency } = this.#worker
    await mergeRange({
      lane,
      epoch,
      range,
      rows,
      store,
      concurrency,
      renewLease: () => this.#renew(),
    })
  }

  async #advance(range: SlotRange, rows: number, snapshot: string | null): Promise<LaneStep> {
    const { lane, epoch } = this.#lane
    const { store } = this.#worker
    throwIfLost(await store.advanceLane(lane, epoch, range.to, this.#newLease()))
    // Not earlier: until then any owner may have to read it.
    if (snapshot) await store.deleteSnapshot(snapshot)
    return { did: 'merged', range, rows }
  }

  /** Renews the lease if it is old enough. */
  async #renew(): Promise<void> {
    if (this.#worker.now() - this.#leasedAt < RENEW_AFTER_MS) return
    const { lane, epoch } = this.#lane
    throwIfLost(await this.#worker.store.setLease(lane, epoch, this.#newLease()))
  }

  /** @returns its end, in ms since 1970. */
  #newLease(): number {
    this.#leasedAt = this.#worker.now()
    return this.#leasedAt + LEASE_MS
  }
}

function throwIfLost(change: LaneChange): void {
  if (change === 'lost') throw new LaneLost()
}
