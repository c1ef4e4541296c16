import { readListing, writePlaces } from '#db/videos.ts'
import { replaceInCollections } from '#lib/collections/collections.ts'
import { changeVideo, getVideo } from './library.ts'
import { sortByPlace } from './libraryOrder.ts'

export type ReplaceResult = { ok: true } | { ok: false; reason: 'unknown-video' | 'archived' }

/**
 * Replaces a video by another, which takes over its title, description, visibility and its places in
 * the library and in collections. The former video is archived with its statistics and refers to its
 * replacement. Idempotent: after a crash in between, call it again.
 * @throws DatabaseAway: try again.
 */
export async function replaceVideo(
  formerId: string,
  nextId: string,
  now: Date,
): Promise<ReplaceResult> {
  const [former, next] = await Promise.all([getVideo(formerId), getVideo(nextId)])
  if (!former || !next) return { ok: false, reason: 'unknown-video' }
  if (former.archivedAt && former.replacedBy !== nextId) return { ok: false, reason: 'archived' }
  const place = sortByPlace(await readListing()).find((entry) => entry.videoId === formerId)
  if (place) await writePlaces([{ ...place, videoId: nextId, addedAt: next.addedAt }])
  await replaceInCollections(formerId, nextId)
  const { title, description, visibility } = former
  await changeVideo(nextId, { title, description, visibility, replaces: formerId })
  await changeVideo(formerId, { archivedAt: former.archivedAt ?? now, replacedBy: nextId })
  return { ok: true }
}
