import { markRemovalFinished, type Removal } from '#db/removals.ts'
import { LOG_TTL_SECONDS } from '#db/schema/watch.ts'
import { deleteVideo, findVideo, releaseHostId, unlistVideo } from '#db/videos.ts'
import { env } from '#lib/env.ts'
import { removeNotesOfVideo } from '#lib/notes/notes.ts'

const DAY_SECONDS = 86_400

/**
 * The last step of a removal, after every lane has deleted its rows
 * (`lib/watch/rollup/removal/removeRowsInLane.ts`): deletes a video's notes and its
 * own rows, then keeps the removal until no beacon of it can be sent or be in the log.
 * @param now ms since 1970
 */
export async function finishRemoval(removal: Removal, now: number): Promise<void> {
  if (removal.kind === 'video') {
    await removeNotesOfVideo(removal.id)
    await deleteVideoRows(removal.id)
  }
  const ttl = env().PLAYBACK_TOKEN_SECONDS + LOG_TTL_SECONDS + DAY_SECONDS
  await markRemovalFinished(removal, new Date(now), ttl)
}

async function deleteVideoRows(videoId: string): Promise<void> {
  const video = await findVideo(videoId)
  if (!video) return
  await unlistVideo(videoId, video.addedAt)
  await releaseHostId(video.host, video.hostId, videoId)
  await deleteVideo(videoId)
}
