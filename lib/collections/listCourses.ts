import { readCollectionVideos } from '#db/collections.ts'
import type { Video } from '#lib/videos/video.ts'
import type { Collection } from './collection.ts'
import { listCollections } from './collections.ts'
import type { CompletionByVideo } from './courseLock.ts'

/** A published collection in a member's library, with less detail than `readCourse`. */
export type ListedCourse = {
  collection: Collection
  videos: Video[]
  /** How many of them the member has finished. */
  finished: number
  /** The first unfinished video; the very first when all are finished. */
  next: Video | undefined
}

/**
 * The published collections, the newest first, each with those of `videos` it contains, in its order,
 * and the member's progress. A collection that contains none of them is left out.
 * @throws DatabaseAway
 */
export async function listCourses(
  videos: readonly Video[],
  progress: CompletionByVideo,
): Promise<ListedCourse[]> {
  const known = new Map(videos.map((video) => [video.id, video]))
  const published = (await listCollections()).filter(({ visibility }) => visibility === 'members')
  const courses = await Promise.all(
    published.map(async (collection) => {
      const ids = await readCollectionVideos(collection.id)
      const held = ids.flatMap((id) => known.get(id) ?? [])
      return { collection, videos: held, ...courseProgress(held, progress) }
    }),
  )
  return courses.filter((course) => course.videos.length > 0)
}

/** Videos that were cleared from the history still count as finished. */
export function courseProgress(
  videos: readonly Video[],
  progress: CompletionByVideo,
): Pick<ListedCourse, 'finished' | 'next'> {
  const open = videos.filter(({ id }) => !progress.get(id)?.completedAt)
  return { finished: videos.length - open.length, next: open[0] ?? videos[0] }
}
