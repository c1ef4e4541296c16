import { insertRemoval } from '#db/removals.ts'
import { readUser, writeDisabled } from '#db/users.ts'
import { evictLiveSessionsOf } from '#lib/auth/liveCache.ts'
import { isUuid } from '#lib/uuid.ts'
import { addRemovedId } from '#lib/watch/ingest/removedIds.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import { readLaneOf } from '#lib/watch/progress/viewerNow.ts'

export type RemoveWatchingResult = { ok: true } | { ok: false; reason: 'not-an-id' }

/** Servers' clocks may differ by a minute: beacons stored before the removal still belong to it. */
const CLOCK_SKEW_SLOTS = 7

/**
 * Permanently removes the watch data of a member: runs and progress. The curves keep their anonymous
 * counts. Disables the member first, so that no further beacon counts. A running site completes it
 * within two minutes. Idempotent, also after the user's deletion.
 * @throws DatabaseAway: call it again
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
