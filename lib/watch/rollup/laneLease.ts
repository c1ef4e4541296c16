import type { LaneRow } from '#db/lanes.ts'
import { type HeldLane, LaneLost, type LaneStep, type LaneWorker, LEASE_MS } from './heldLane.ts'
import { LaneMerger } from './mergeLane.ts'

/**
 * One step of one lane: takes it if it is free, finishes what a former owner had sealed, or closes
 * what is past, seals it and merges it. May be called by any number of workers at any time; die at
 * any point; every change of the lane is conditional on its epoch.
 * @throws DatabaseAway: nothing is lost, call again.
 */
export async function stepLane(lane: number, worker: LaneWorker): Promise<LaneStep> {
  try {
    // A plain look first: reads at SERIAL, once a second by all who wait, get in the owner's way.
    if (isHeldByAnother(await worker.store.peekLane(lane), worker)) return { did: 'waited' }
    const own = await acquireIfFree(await worker.store.readLane(lane), worker)
    if (!own) return { did: 'waited' }
    return await new LaneMerger(own, worker).step()
  } catch (error) {
    if (error instanceof LaneLost) return { did: 'waited' }
    throw error
  }
}

/** Lets the lane go, so that the next owner need not wait for the lease to end. */
export async function releaseLane(lane: number, worker: LaneWorker): Promise<void> {
  const row = await worker.store.readLane(lane)
  if (row.owner === worker.owner) await worker.store.setLease(lane, row.epoch, 0)
}

/** @returns the lane as its owner sees it, or null while another one holds it. */
async function acquireIfFree(row: LaneRow, worker: LaneWorker): Promise<LaneRow | null> {
  if (row.owner === worker.owner) return row
  return isHeldByAnother(row, worker) ? null : acquireLane(row, worker)
}

function isHeldByAnother({ owner, leaseUntil }: LaneRow, worker: LaneWorker): boolean {
  return owner !== worker.owner && leaseUntil > worker.now()
}

/** @returns the lane in an epoch of ours, or null when someone else was faster. */
async function acquireLane(
  row: LaneRow,
  { owner, now, store }: LaneWorker,
): Promise<LaneRow | null> {
  const taken = await store.acquireLane(row.lane, row.epoch, owner, now() + LEASE_MS)
  if (taken === 'lost') return null
  // Read again: the former owner may have closed or sealed between our look and our taking it.
  const own = await store.readLane(row.lane)
  return own.owner === owner ? own : null
}

/**
 * Does something to a lane between two ranges, whoever has it: takes it, merges what is sealed, and
 * lets it go in the end. The former owner loses no more than its step.
 * @returns what `operate` does, or 'lost' when another worker took the lane meanwhile: call again.
 * @throws DatabaseAway: it may be half done; call again.
 */
export async function operateOnLane<T>(
  lane: number,
  worker: LaneWorker,
  operate: (held: HeldLane) => Promise<T>,
): Promise<T | 'lost'> {
  try {
    const own = await acquireLane(await worker.store.readLane(lane), worker)
    if (!own) return 'lost'
    const merge = new LaneMerger(own, worker)
    return await operate(await merge.betweenRanges())
  } catch (error) {
    if (error instanceof LaneLost) return 'lost'
    throw error
  } finally {
    // The lease ends by itself.
    await releaseLane(lane, worker).catch(() => {})
  }
}
