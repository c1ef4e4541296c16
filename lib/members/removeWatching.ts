import { insertRemoval } from '#db/removals.ts'
import { readUser, writeDisabled } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { isUuid } from '#lib/uuid.ts'
import { addRemovedId } from '#lib/watch/ingest/removedIds.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import { readLaneOf } from '#lib/watch/progress/viewerNow.ts'

export type RemoveWatchingResult = { ok: true } | { ok: false; reason: 'not-an-id' }

/** Servers' clocks may be a minute apart: what one of them stored before the removal still counts. */
const CLOCK_SKEW_SLOTS = 7

/**
 * Removes for good what a member has watched: their runs and their shelf. The curves keep their
 * counts, which name nobody. The member is disabled first, for nothing they watch is counted any
 * more. Done within two minutes while a site runs. May be repeated, also when the user is gone.
 * @throws DatabaseAway: ask again.
 */
export async function removeWatching(
  memberId: string,
  now = new Date(),
): Promise<RemoveWatchingResult> {
  if (!isUuid(memberId)) return { ok: false, reason: 'not-an-id' }
  const user = await readUser(memberId)
  if (user && !user.disabledAt) await writeDisabled(memberId, now)
  evictLiveSessionsOf(memberId)
  const { closedTo } = await readLaneOf(memberId)
  const slot = Math.max(slotOf(now.getTime()) + CLOCK_SKEW_SLOTS, closedTo + 1)
  await insertRemoval({ kind: 'member', id: memberId, slot, since: 0 })
  addRemovedId({ id: memberId })
  return { ok: true }
}
