import { type ListedMember, listMembers } from '#lib/members/listMembers.ts'
import type { Video } from '#lib/videos/video.ts'
import { readWatchProgress } from '#lib/watch/progress/watchProgress.ts'

export type MemberCompletion = {
  member: ListedMember
  /** How many of the videos the member has finished. */
  finished: number
  /** The share of all frames that the member has watched, 0..1. */
  share: number
  /** The first unfinished video; null when all are finished. */
  next: Video | null
}

export type CompletionPage = {
  members: MemberCompletion[]
  /** The `after` of the next page; null on the last. */
  next: string | null
}

export const COMPLETION_FILTERS = ['all', 'unfinished', 'finished'] as const
export type CompletionFilter = (typeof COMPLETION_FILTERS)[number]

export type CompletionRequest = {
  filter: CompletionFilter
  /** The `next` of the page before, or null for the first page. */
  after: string | null
  limit: number
}

/** A filtered page reads at most this many members, and may then be shorter than `limit`. */
const MEMBERS_PER_READ = 100
const MAX_READS = 10

/**
 * The completion of some videos, a page of members at a time. Each member's progress is one
 * partition, so a page costs one read for each member it examines.
 * @throws DatabaseAway
 */
export async function readCompletion(
  videos: readonly Video[],
  { filter, after, limit }: CompletionRequest,
): Promise<CompletionPage> {
  const found: MemberCompletion[] = []
  let at = after
  for (let steps = 0; steps < MAX_READS; steps++) {
    const { members, next } = await listMembers(at, filter === 'all' ? limit : MEMBERS_PER_READ)
    const rows = await Promise.all(members.map((member) => completionOf(member, videos)))
    const wanted = rows.filter((row) => matchesFilter[filter](row))
    const room = limit - found.length
    found.push(...wanted.slice(0, room))
    if (wanted.length > room) return { members: found, next: found.at(-1)?.member.id ?? null }
    if (found.length === limit || next === null) return { members: found, next }
    at = next
  }
  return { members: found, next: at }
}

const matchesFilter: Record<CompletionFilter, (row: MemberCompletion) => boolean> = {
  all: () => true,
  unfinished: ({ next }) => next !== null,
  finished: ({ next }) => next === null,
}

async function completionOf(
  member: ListedMember,
  videos: readonly Video[],
): Promise<MemberCompletion> {
  const progress = await readWatchProgress(member.id)
  const entries = videos.map((video) => ({ video, entry: progress.get(video.id) }))
  const open = entries.filter(({ entry }) => !entry?.completedAt)
  const all = videos.reduce((sum, { frames }) => sum + frames, 0)
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
}
