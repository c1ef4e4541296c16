import { deleteCollectionsOfVideo } from '#db/collections.ts'
import { insertRemoval } from '#db/removals.ts'
import { findVideo, writeVideoRemoved } from '#db/videos.ts'
import { deleteVideoFiles } from '#lib/transcoding/videoFiles.ts'
import { isUuid } from '#lib/uuid.ts'
import { addRemovedId } from '#lib/watch/ingest/removedIds.ts'
import { SLOTS_PER_DAY, slotOf } from '#lib/watch/log/slot.ts'

export type RemoveVideoResult = { ok: true } | { ok: false; reason: 'unknown-video' }

/**
 * Removes a video with its statistics. It disappears from all pages at once; its rows are deleted
 * within seconds by a running site, or after the next start: what viewers watched lane by lane in
 * `lib/watch/rollup/removal/removeRowsInLane.ts`, then its notes and its own rows in
 * `finishRemoval.ts`. Transcoded files are deleted, other files are left in place. Idempotent.
 * @throws DatabaseAway: try again.
 */
export async function removeVideo(videoId: string): Promise<RemoveVideoResult> {
  const video = isUuid(videoId) ? await findVideo(videoId) : undefined
  if (!video) return { ok: false, reason: 'unknown-video' }
  // The removal is written first: from then on a worker completes it, even if this process dies.
  const since = slotOf(video.addedAt.getTime()) - SLOTS_PER_DAY
  await insertRemoval({ kind: 'video', id: videoId, slot: 0, since })
  addRemovedId({ id: videoId })
  await writeVideoRemoved(videoId)
  await deleteCollectionsOfVideo(videoId)
  await deleteVideoFiles(videoId)
  return { ok: true }
}
