import type { Member } from '#lib/members/member.ts'
import { listForMembers } from '#lib/videos/library.ts'
import { readWatchProgress } from '#lib/watch/progress/watchProgress.ts'
import type { Collection } from './collection.ts'
import { type CourseItem, readCourse } from './course.ts'

/** The list that a video is part of, as shown beside it. */
export type UpNextVideos = {
  /** Null: the list is the library. */
  course: Pick<Collection, 'id' | 'title'> | null
  /** The whole list, including the video itself if it is in it. */
  items: CourseItem[]
}

/**
 * Reads the list a member watches a video in: the course the page was opened from, if the member may
 * see it and it contains the video; otherwise the library.
 * @param courseId from the URL, unchecked
 * @param now ms since 1970
 * @throws DatabaseAway
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
  const [videos, progress] = await Promise.all([listForMembers(), readWatchProgress(memberId)])
  return videos.map((video) => {
    const entry = progress.get(video.id)
    const isFinished = Boolean(entry?.completedAt) && !entry?.isCleared
    return { video, entry, isFinished, isLocked: false }
  })
}
