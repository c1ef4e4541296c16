import * as rows from '#db/collections.ts'
import type { Member } from '#lib/members/member.ts'
import { getVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'
import { isForMembers } from '#lib/videos/visibility.ts'
import { hasFinished } from '#lib/watch/progress/hasFinished.ts'
import { readWatchProgress, type WatchProgress } from '#lib/watch/progress/watchProgress.ts'
import type { Collection } from './collection.ts'
import { getCollection } from './collections.ts'

/** `first` must be finished before the video is unlocked. */
export type CourseLock = { collection: Collection; first: Video }

/** By video id. */
export type CompletionByVideo = ReadonlyMap<string, Pick<WatchProgress, 'completedAt'>>

/**
 * Finds what locks a video for a member: the first unfinished video before it in a published,
 * sequential collection. Nothing is locked for owners, nor a video the member finished before.
 * Costs two reads for a video in no collection, and a few more for each collection.
 * @param now ms since 1970
 * @throws DatabaseAway
 */
export async function findCourseLock(
  member: Pick<Member, 'id' | 'role'>,
  videoId: string,
  now: number,
): Promise<CourseLock | null> {
  if (member.role === 'owner') return null
  const [ids, progress] = await Promise.all([
    rows.readCollectionsOfVideo(videoId),
    readWatchProgress(member.id),
  ])
  if (progress.get(videoId)?.completedAt) return null
  const collections = await Promise.all(ids.map(getCollection))
  for (const collection of collections) {
    if (!collection?.sequential || collection.visibility !== 'members') continue
    const order = await rows.readCollectionVideos(collection.id)
    const before = order.slice(0, Math.max(0, order.indexOf(videoId)))
    const first = await findFirstUnfinished(member.id, before, progress, now)
    if (first) return { collection, first }
  }
  return null
}

/**
 * The first of some videos that a member may watch and has not finished, including what is not merged
 * yet. Null when all are finished.
 */
export async function findFirstUnfinished(
  memberId: string,
  videoIds: readonly string[],
  progress: CompletionByVideo,
  now: number,
): Promise<Video | null> {
  for (const id of videoIds) {
    if (progress.get(id)?.completedAt) continue
    const video = await getVideo(id)
    if (!video || !isForMembers(video)) continue
    if (!(await hasFinished(id, memberId, now))) return video
  }
  return null
}
