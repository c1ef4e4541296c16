import type { Member } from '#lib/members/member.ts'
import type { Video } from '#lib/videos/video.ts'
import { isForMembers } from '#lib/videos/visibility.ts'
import { readWatchProgress, type WatchProgress } from '#lib/watch/progress/watchProgress.ts'
import type { Collection } from './collection.ts'
import { getCollection, readVideosOf } from './collections.ts'
import { findFirstUnfinished } from './courseLock.ts'

export type CourseItem = {
  video: Video
  entry: WatchProgress | undefined
  isFinished: boolean
  isLocked: boolean
}

/** A collection with one member's progress. */
export type CourseOfMember = {
  collection: Collection
  /** The videos members may watch, in order. */
  items: CourseItem[]
  finished: number
  /** The first unfinished video; null when all are finished. */
  next: Video | null
}

/**
 * Reads a collection with a member's progress. Which video is open next is exact to the second.
 * @param now ms since 1970
 * @returns null when there is none, and for a draft unless the member is an owner
 * @throws DatabaseAway
 */
export async function readCourse(
  member: Pick<Member, 'id' | 'role'>,
  collectionId: string,
  now: number,
): Promise<CourseOfMember | null> {
  const collection = await getCollection(collectionId)
  const isOwner = member.role === 'owner'
  if (!collection || (collection.visibility === 'draft' && !isOwner)) return null
  const [all, progress] = await Promise.all([
    readVideosOf(collectionId),
    readWatchProgress(member.id),
  ])
  const videos = all.filter(isForMembers)
  const ids = videos.map(({ id }) => id)
  const open = await findFirstUnfinished(member.id, ids, progress, now)
  const at = open ? ids.indexOf(open.id) : ids.length
  const items = videos.map((video, i) => {
    const entry = progress.get(video.id)
    const isFinished = i < at || Boolean(entry?.completedAt)
    const isLocked = collection.sequential && !isOwner && !isFinished && i > at
    return { video, entry, isFinished, isLocked }
  })
  const finished = items.filter(({ isFinished }) => isFinished).length
  return { collection, items, finished, next: videos[at] ?? null }
}
