import { deleteCollectionsOfVideo } from '#db/collections.ts'
import { insertRemoval } from '#db/removals.ts'
import { findVideo, writeVideoRemoved } from '#db/videos.ts'
import { deleteVideoFiles } from '#lib/transcoding/videoFiles.ts'
import { isUuid } from '#lib/uuid.ts'
import { addRemovedId } from '#lib/watch/ingest/removedIds.ts'
import { SLOTS_PER_DAY, slotOf } from '#lib/watch/log/slot.ts'

export type RemoveVideoResult = { ok: true } | { ok: false; reason: 'unknown-video' }

/**
 * Removes a video with everything that was ever counted of it. It is gone from every page at once;
 * its rows go within seconds while a site runs, or when the next one starts. May be repeated.
 * Files that were made here of an upload go with it; others are left where they are.
 * @throws DatabaseAway: ask again.
 */
export async function removeVideo(videoId: string): Promise<RemoveVideoResult> {
  const video = isUuid(videoId) ? await findVideo(videoId) : undefined
  if (!video) return { ok: false, reason: 'unknown-video' }
  // The removal first: once it is there, a worker brings it to its end whatever happens here.
  const since = slotOf(video.addedAt.getTime()) - SLOTS_PER_DAY
  await insertRemoval({ kind: 'video', id: videoId, slot: 0, since })
  addRemovedId({ id: videoId })
  await writeVideoRemoved(videoId)
  await deleteCollectionsOfVideo(videoId)
  await deleteVideoFiles(videoId)
  return { ok: true }
}
