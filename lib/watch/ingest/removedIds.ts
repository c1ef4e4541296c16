import { type Removal, readRemovals } from '#db/removals.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'

type RemovedIds = { ids: ReadonlySet<string> }

const removed = onceAProcess('removed ids', (): RemovedIds => ({ ids: new Set() }))

/** Whether beacons of this video or member are refused, as far as this process knows. */
export function isRemoved({ videoId, memberId }: { videoId: string; memberId: string }): boolean {
  return removed.ids.size > 0 && (removed.ids.has(videoId) || removed.ids.has(memberId))
}

/**
 * Reads the removals requested in other processes. Beacons accepted before that are dropped by the
 * merge. @throws DatabaseAway
 */
export async function refreshRemovedIds(): Promise<void> {
  removed.ids = new Set((await readRemovals()).map(({ id }) => id))
}

/** Refuses beacons of a removal requested in this process at once. */
export function addRemovedId({ id }: Pick<Removal, 'id'>): void {
  removed.ids = new Set([...removed.ids, id])
}

/** For tests: as in a process that has just started. */
export function clearRemovedIds(): void {
  removed.ids = new Set()
}
