import { type Removal, readRemovals } from '#db/removals.ts'

type Known = { ids: ReadonlySet<string> }

// Beacons come in front of Next, a removal may be asked for behind it: one set for the process.
const scope = globalThis as { framewiseRemoved?: Known }
scope.framewiseRemoved ??= { ids: new Set() }
const known = scope.framewiseRemoved

/** Whether beacons of this video or member are refused, as far as this process has heard. */
export function isRemoved({ videoId, memberId }: { videoId: string; memberId: string }): boolean {
  return known.ids.size > 0 && (known.ids.has(videoId) || known.ids.has(memberId))
}

/** Hears of removals asked for elsewhere. What slips in before is dropped by the merge. */
export async function refreshRemoved(): Promise<void> {
  known.ids = new Set((await readRemovals()).map(({ id }) => id))
}

/** One asked for in this process is refused at once. */
export function refuseFromNowOn({ id }: Pick<Removal, 'id'>): void {
  known.ids = new Set([...known.ids, id])
}
