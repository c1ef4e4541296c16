import type { LaneRow } from '#db/lanes.ts'
import { type HeldLane, LaneLost, type LaneStep, type LaneWorker, LEASE_MS } from './heldLane.ts'
import { LaneMerger } from './mergeLane.ts'

/**
 * One step of one lane: acquires it if it is free, then merges what an earlier owner sealed, or
 * closes the slots that are past, seals them and merges them. Any number of workers may call it at
 * any time and die at any point: every change of the lane is conditional on its epoch.
 * @throws DatabaseAway: nothing is lost, call again.
 */
export async function stepLane(lane: number, worker: LaneWorker): Promise<LaneStep> {
  try {
    // A plain read first: SERIAL reads by every waiting worker would contend with the owner's writes.
    if (isHeldByAnother(await worker.store.peekLane(lane), worker)) return { did: 'waited' }
    const own = await acquireIfFree(await worker.store.readLane(lane), worker)
    if (!own) return { did: 'waited' }
    return await new LaneMerger(own, worker).step()
  } catch (error) {
    if (error instanceof LaneLost) return { did: 'waited' }
    throw error
  }
}

/** Ends the lease, so that the next owner does not have to wait for it. @throws DatabaseAway */
export async function releaseLane(lane: number, worker: LaneWorker): Promise<void> {
  const row = await worker.store.readLane(lane)
  if (row.owner === worker.owner) await worker.store.setLease(lane, row.epoch, 0)
}

/** @returns null while another owner holds it. */
async function acquireIfFree(row: LaneRow, worker: LaneWorker): Promise<LaneRow | null> {
  if (row.owner === worker.owner) return row
  return isHeldByAnother(row, worker) ? null : acquireLane(row, worker)
}

function isHeldByAnother({ owner, leaseUntil }: LaneRow, worker: LaneWorker): boolean {
  return owner !== worker.owner && leaseUntil > worker.now()
}

/** @returns the lane in our epoch, or null when another worker was faster. */
async function acquireLane(
  row: LaneRow,
  { owner, now, store }: LaneWorker,
): Promise<LaneRow | null> {
  const taken = await store.acquireLane(row.lane, row.epoch, owner, now() + LEASE_MS)
  if (taken === 'lost') return null
  // Read again: the previous owner may have closed or sealed slots between the read and the LWT.
  const own = await store.readLane(row.lane)
  return own.owner === owner ? own : null
}

/**
 * Runs `operate` on a lane between two ranges: acquires the lane even if its lease is not over,
 * merges what is sealed, and releases it in the end. The previous owner loses no more than its step.
 * @returns the result of `operate`, or 'lost' when another worker acquired the lane: call again.
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
    // If this fails the lease still runs out.
    await releaseLane(lane, worker).catch(() => {})
  }
}
