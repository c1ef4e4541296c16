import { listLanes } from '#db/lanes.ts'
import { readLogSlot } from '#db/watchLog.ts'
import { slotOf } from '#lib/watch/log/slot.ts'

/**
 * @param since ms since 1970
 * @returns `PLAYBACK/SEQ` of every row these viewers have in the log since then.
 */
export async function readLoggedSeqs(
  viewerIds: ReadonlySet<string>,
  since: number,
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const { lane, closedTo } of await listLanes()) {
    const last = Math.max(slotOf(Date.now()), closedTo + 1)
    for (let slot = slotOf(since); slot <= last; slot++)
      for (const { viewerId, playbackId, seq } of await readLogSlot(slot, lane))
        if (viewerIds.has(viewerId)) found.add(`${playbackId}/${seq}`)
  }
  return found
}
