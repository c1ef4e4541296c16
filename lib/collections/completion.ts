import { type ListedMember, listMembers } from '#lib/members/listMembers.ts'
import type { Video } from '#lib/videos/video.ts'
import { readShelf } from '#lib/watch/shelf.ts'

export type MemberCompletion = {
  member: ListedMember
  /** How many of the videos they have finished. */
  finished: number
  /** How many of all their frames they have seen, 0..1. */
  share: number
  /** The first video in the order that is not finished; null when all are. */
  next: Video | null
}

export type CompletionPage = { members: MemberCompletion[]; next: string | null }

/**
 * How far members are in some videos, a page of members at a time: what each has watched is one
 * partition, so a page is as many reads as it shows members.
 * @throws DatabaseAway
 */
export async function readCompletion(
  videos: readonly Video[],
  after: string | null,
  limit: number,
): Promise<CompletionPage> {
  const { members, next } = await listMembers(after, limit)
  const all = videos.reduce((sum, { frames }) => sum + frames, 0)
  const rows = await Promise.all(
    members.map(async (member) => {
      const shelf = await readShelf(member.id)
      const entries = videos.map((video) => ({ video, entry: shelf.get(video.id) }))
      const open = entries.filter(({ entry }) => !entry?.completedAt)
      const seen = entries.reduce(
        (sum, { entry, video }) => sum + Math.min(entry?.covered ?? 0, video.frames),
        0,
      )
      return {
        member,
        finished: videos.length - open.length,
        share: all > 0 ? seen / all : 0,
        next: open[0]?.video ?? null,
      }
    }),
  )
  return { members: rows, next }
}
