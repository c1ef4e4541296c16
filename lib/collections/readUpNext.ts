import type { Member } from '#lib/members/member.ts'
import { listForMembers } from '#lib/videos/library.ts'
import { readWatchProgress } from '#lib/watch/progress/watchProgress.ts'
import type { Collection } from './collection.ts'
import { type CourseItem, readCourse } from './course.ts'

/** The order in which a video is watched, and whose it is. */
export type UpNextVideos = {
  /** Null: the library's. */
  course: Pick<Collection, 'id' | 'title'> | null
  /** All of them, the video itself among them unless it is in no order. */
  items: CourseItem[]
}

/**
 * What a member watches before and after a video: its course, when the page was opened from one that
 * they may see and that holds it; otherwise the library.
 * @param courseId as it stands in the address; anything may
 * @param now ms since 1970. @throws DatabaseAway
 */
export async function readUpNext(
  member: Pick<Member, 'id' | 'role'>,
  videoId: string,
  courseId: string | undefined,
  now: number,
): Promise<UpNextVideos> {
  const course = courseId === undefined ? null : await readCourse(member, courseId, now)
  if (course?.items.some(({ video }) => video.id === videoId))
    return { course: course.collection, items: course.items }
  return { course: null, items: await readLibrary(member.id) }
}

async function readLibrary(memberId: string): Promise<CourseItem[]> {
  const [videos, shelf] = await Promise.all([listForMembers(), readWatchProgress(memberId)])
  return videos.map((video) => {
    const entry = shelf.get(video.id)
    const isFinished = Boolean(entry?.completedAt) && !entry?.isCleared
    return { video, entry, isFinished, isLocked: false }
  })
}
