import type { Removal } from '#db/removals.ts'
import type { LogRow } from '#db/watchLog.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { dayName } from '#lib/utcDay.ts'
import { bucketOf, laneOf } from '#lib/watch/log/sharding.ts'
import { dayNumber } from '#lib/watch/log/slot.ts'
import { bucketsOf, type HeldLane } from '#lib/watch/rollup/heldLane.ts'
import { operationTimestamp } from '#lib/watch/rollup/mergeTimestamp.ts'

/** The lanes that may have rows of it: all for a video, one for a member. */
export function lanesOf({ kind, id }: Removal, lanes: number): number[] {
  if (kind === 'member') return [laneOf(id, lanes)]
  return Array.from({ length: lanes }, (_, lane) => lane)
}

/** Whether this lane has to do it now: it has merged every row that still counts. */
export function isDue(removal: Removal, lane: number, lanes: number, mergedTo: number): boolean {
  if (removal.isFinished || removal.lanes.includes(lane) || mergedTo < removal.slot) return false
  return lanesOf(removal, lanes).includes(lane)
}

/** Whether every lane has done it and this lane is the one to mark it as finished. */
export function isReadyToFinish(removal: Removal, lane: number, lanes: number): boolean {
  if (removal.isFinished) return false
  const needed = lanesOf(removal, lanes)
  return needed[0] === lane && needed.every((each) => removal.lanes.includes(each))
}

/** @returns the rows that are still to be counted. */
export function withoutRemoved(rows: LogRow[], removals: readonly Removal[]): LogRow[] {
  if (removals.length === 0) return rows
  const slots = new Map(removals.map(({ id, slot }) => [id, slot]))
  const isKept = (id: string, slot: number) => slot <= (slots.get(id) ?? Infinity)
  return rows.filter(
    ({ videoId, viewerId, slot }) => isKept(videoId, slot) && isKept(viewerId, slot),
  )
}

/**
 * Deletes what one lane has of a video or a member. The rows that list what to delete go last, so
 * that a removal cut short by a crash can be repeated. The timestamp of every delete is greater than
 * that of any merge so far, late writes included, and smaller than that of the next one.
 * @throws DatabaseAway, LaneLost: call it again.
 */
export async function removeRowsInLane(held: HeldLane, removal: Removal): Promise<void> {
  if (removal.kind === 'member') await removeMemberRows(held, removal.id)
  else await removeVideoRows(held, removal)
  await held.store.markRemovalDone(removal, held.lane)
}

/** Their row of every video, then the shelf, which names the videos. The curves keep the counts. */
async function removeMemberRows(held: HeldLane, memberId: string): Promise<void> {
  const { store, concurrency } = held
  const time = operationTimestamp(held.mergedTo, held.epoch)
  const bucket = bucketOf(memberId)
  await forEachConcurrent(await store.readProgressRows(memberId), concurrency, ({ videoId }) =>
    store.deleteViewerRow(videoId, bucket, memberId, time),
  )
  await held.renewLease()
  await store.deleteProgressRows(memberId, time)
}

/** The curves, its row on every viewer's shelf, then the viewers' rows, which name the viewers. */
async function removeVideoRows(held: HeldLane, { id, since }: Removal): Promise<void> {
  const { store, concurrency, lane, mergedTo } = held
  const time = operationTimestamp(mergedTo, held.epoch)
  const periods = ['all', ...daysBetween(since, mergedTo)]
  await forEachConcurrent(periods, concurrency, (period) =>
    store.replaceCurve({ videoId: id, period, lane }, null, time),
  )
  for (const bucket of bucketsOf(held)) {
    await held.renewLease()
    await forEachConcurrent(await store.listViewerIds(id, bucket), concurrency, (viewerId) =>
      store.deleteProgressRow(viewerId, id, time),
    )
    await store.deleteViewerRows(id, bucket, time)
  }
}

function daysBetween(from: number, to: number): string[] {
  const [first, last] = [dayNumber(from), dayNumber(to)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => dayName(first + i))
}
