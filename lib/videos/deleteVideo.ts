import { dropFilm } from '#lib/films/filmFiles.ts'
import { type RemoveVideoResult, removeVideo } from './removeVideo.ts'

/**
 * Removes a video, everything counted of it, and the files that were made here. What lies at a host,
 * or was put into the media folder by hand, stays. May be repeated.
 * @throws DatabaseAway: ask again.
 */
export async function deleteVideo(videoId: string): Promise<RemoveVideoResult> {
  const removed = await removeVideo(videoId)
  if (removed.ok) await dropFilm(videoId)
  return removed
}
