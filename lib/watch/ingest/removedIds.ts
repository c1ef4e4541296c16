import { type Removal, readRemovals } from '#db/removals.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'

type Known = { ids: ReadonlySet<string> }

const known = onceAProcess('removed ids', (): Known => ({ ids: new Set() }))

/** Whether beacons of this video or member are refused, as far as this process has heard. */
export function isRemoved({ videoId, memberId }: { videoId: string; memberId: string }): boolean {
  return known.ids.size > 0 && (known.ids.has(videoId) || known.ids.has(memberId))
}

/** Hears of removals asked for elsewhere. What slips in before is dropped by the merge. */
export async function refreshRemovedIds(): Promise<void> {
  known.ids = new Set((await readRemovals()).map(({ id }) => id))
}

/** One asked for in this process is refused at once. */
export function addRemovedId({ id }: Pick<Removal, 'id'>): void {
  known.ids = new Set([...known.ids, id])
}

/** As in a process that has not heard of any. */
export function clearRemovedIds(): void {
  known.ids = new Set()
}
