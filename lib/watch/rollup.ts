import { randomUUID } from 'node:crypto'
import type { LaneChange, LaneRow } from '#db/lanes.ts'
import type { LogRow } from '#db/watchLog.ts'
import { inParallel } from '#lib/parallel.ts'
import { decodeInput, encodeInput } from './inputCodec.ts'
import { mergeRange } from './mergeRange.ts'
import type { SlotRange } from './mergeViewer.ts'
import type { RollupStore } from './rollupStore.ts'
import { lastSlotOfDay, slotOf } from './slot.ts'

/** Who merges, when it is, and where the tables are. */
export type Worker = {
  /** Of this process only: whoever else comes is another owner. */
  owner: string
  /** ms since 1970. */
  now(): number
  store: RollupStore
  /** Queries in flight of one lane. */
  width: number
}

export type LaneStep =
  /** Everything up to now is merged. */
  | { did: 'nothing' }
  /** Another owner has the lane: come again when its lease is over. */
  | { did: 'waited' }
  /** The range is merged; there may be more. */
  | { did: 'merged'; range: SlotRange; rows: number }

const LEASE_MS = 15_000
const RENEW_MS = 5_000
/** Rows merged at once, unless one slot alone has more. */
const MAX_ROWS = 50_000
/** Slots looked through with one query. */
const PROBE_SLOTS = 100

/** The lane has another owner. Nothing is lost: what was begun is sealed, and the owner goes on. */
class LaneLost extends Error {
  override name = 'LaneLost'
}

/**
 * One step of one lane: takes it if it is free, finishes what a former owner had sealed, or closes
 * what is past, seals it and merges it. May be called by any number of workers at any time; die at
 * any point; every change of the lane is conditional on its epoch.
 * @throws DatabaseAway: nothing is lost, call again.
 */
export async function stepLane(lane: number, worker: Worker): Promise<LaneStep> {
  try {
    const own = await holdLane(await worker.store.readLane(lane), worker)
    if (!own) return { did: 'waited' }
    return await new LaneMerge(own, worker).step()
  } catch (error) {
    if (error instanceof LaneLost) return { did: 'waited' }
    throw error
  }
}

/** Lets the lane go, so that the next owner need not wait for the lease to end. */
export async function releaseLane(lane: number, worker: Worker): Promise<void> {
  const row = await worker.store.readLane(lane)
  if (row.owner === worker.owner) await worker.store.leaseLane(lane, row.epoch, 0)
}

/** @returns the lane as its owner sees it, or null while another one holds it. */
async function holdLane(row: LaneRow, { owner, now, store }: Worker): Promise<LaneRow | null> {
  if (row.owner === owner) return row
  if (row.leaseUntil > now()) return null
  const taken = await store.takeLane(row.lane, row.epoch, owner, now() + LEASE_MS)
  if (taken === 'lost') return null
  // Read again: the former owner may have closed or sealed between our look and our taking it.
  const own = await store.readLane(row.lane)
  return own.owner === owner ? own : null
}

class LaneMerge {
  readonly #lane: LaneRow
  readonly #worker: Worker
  #leasedAt = 0

  constructor(lane: LaneRow, worker: Worker) {
    this.#lane = lane
    this.#worker = worker
  }

  async step(): Promise<LaneStep> {
    const { uptoSlot, plannedTo } = this.#lane
    if (plannedTo > uptoSlot) return this.#mergeSealed({ from: uptoSlot + 1, to: plannedTo })
    const closedTo = await this.#close()
    if (closedTo <= uptoSlot) return { did: 'nothing' }
    const { range, rows } = await this.#readPrefix(uptoSlot + 1, closedTo)
    if (rows.length > 0) {
      await this.#seal(range, rows)
      await this.#merge(range, rows)
    }
    return this.#move(range, rows.length)
  }

  /** What a former owner had sealed is merged from the sealed copy, never from the log. */
  async #mergeSealed(range: SlotRange): Promise<LaneStep> {
    const { input } = this.#lane
    if (!input) throw new Error(`Lane ${this.#lane.lane} is sealed without an input`)
    const rows = decodeInput(await this.#worker.store.readInputParts(input))
    await this.#merge(range, rows)
    return this.#move(range, rows.length)
  }

  /** Closes every slot that is past, within one UTC day. */
  async #close(): Promise<number> {
    const { lane, epoch, uptoSlot, closedTo } = this.#lane
    const past = slotOf(this.#worker.now()) - 1
    const target = Math.min(past, lastSlotOfDay(uptoSlot + 1))
    if (target <= closedTo) return closedTo
    const lease = this.#lease()
    this.#check(await this.#worker.store.closeLane(lane, epoch, target, lease))
    return target
  }

  /** The longest prefix under 50,000 rows, at least up to the first slot that has any. */
  async #readPrefix(from: number, closedTo: number) {
    const { store, width } = this.#worker
    const rows: LogRow[] = []
    for (let first = from; first <= closedTo; first += PROBE_SLOTS) {
      const last = Math.min(closedTo, first + PROBE_SLOTS - 1)
      const slots = Array.from({ length: last - first + 1 }, (_, i) => first + i)
      const written =
        slots.length === 1 ? slots : await store.findWrittenSlots(this.#lane.lane, slots)
      for (let at = 0; at < written.length; at += width) {
        for (const [slot, found] of await this.#readSlots(written.slice(at, at + width))) {
          if (rows.length > 0 && rows.length + found.length > MAX_ROWS)
            return { range: { from, to: slot - 1 }, rows }
          for (const row of found) rows.push(row)
        }
      }
    }
    return { range: { from, to: closedTo }, rows }
  }

  async #readSlots(slots: number[]): Promise<[slot: number, rows: LogRow[]][]> {
    const found = new Map<number, LogRow[]>()
    await inParallel(slots, this.#worker.width, async (slot) => {
      found.set(slot, await this.#worker.store.readLogSlot(slot, this.#lane.lane))
    })
    return slots.map((slot) => [slot, found.get(slot) ?? []])
  }

  async #seal({ to }: SlotRange, rows: LogRow[]): Promise<void> {
    const { store, width } = this.#worker
    const input = randomUUID()
    const parts = encodeInput(rows).map((part, number) => ({ part, number }))
    await inParallel(parts, width, ({ part, number }) => store.insertInputPart(input, number, part))
    this.#check(await store.sealLane(this.#lane.lane, this.#lane.epoch, to, input))
  }

  async #merge(range: SlotRange, rows: LogRow[]): Promise<void> {
    const { lane, epoch } = this.#lane
    const { store, width } = this.#worker
    await mergeRange({ lane, epoch, range, rows, store, width, onProgress: () => this.#renew() })
  }

  async #move(range: SlotRange, rows: number): Promise<LaneStep> {
    const { lane, epoch } = this.#lane
    this.#check(await this.#worker.store.moveLane(lane, epoch, range.to, this.#lease()))
    return { did: 'merged', range, rows }
  }

  async #renew(): Promise<void> {
    if (this.#worker.now() - this.#leasedAt < RENEW_MS) return
    const { lane, epoch } = this.#lane
    this.#check(await this.#worker.store.leaseLane(lane, epoch, this.#lease()))
  }

  #lease(): number {
    this.#leasedAt = this.#worker.now()
    return this.#leasedAt + LEASE_MS
  }

  #check(change: LaneChange): void {
    if (change === 'lost') throw new LaneLost()
  }
}
