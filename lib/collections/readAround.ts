import { isForMembers, listForMembers } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import type { Collection } from './collection.ts'
import { getCollection, videosOf } from './collections.ts'

/** The order in which a film is watched, and whose it is. */
export type Around = {
  /** Null: the library's. */
  course: Pick<Collection, 'id' | 'title'> | null
  /** All of them, the film itself among them unless it is in no order. */
  videos: Video[]
}

/**
 * What a member watches before and after a film: its course, when the page was opened from a
 * published one that holds it; otherwise the library.
 * @param courseId as it stands in the address; anything may
 * @throws DatabaseAway
 */
export async function readAround(videoId: string, courseId: string | undefined): Promise<Around> {
  const course = courseId === undefined ? null : await readCourse(courseId, videoId)
  return course ?? { course: null, videos: await listForMembers() }
}

async function readCourse(courseId: string, videoId: string): Promise<Around | null> {
  const course = await getCollection(courseId)
  if (course?.visibility !== 'members') return null
  const videos = (await videosOf(courseId)).filter(isForMembers)
  return videos.some(({ id }) => id === videoId) ? { course, videos } : null
}
