import {
  readWatchProgress,
  visibleHistory,
  type WatchProgress,
} from '#lib/watch/progress/watchProgress.ts'
import { listForMembers } from './library.ts'
import type { Video } from './video.ts'

type StartedVideo = { video: Video; entry: WatchProgress }
type ProgressByVideo = ReadonlyMap<string, WatchProgress>

/** The library as one member finds it, in the library's order unless stated otherwise. */
export type MemberLibrary = {
  all: Video[]
  /** The videos they started, the last watched first. */
  history: StartedVideo[]
  /** Those of the history that are not finished. */
  unfinished: StartedVideo[]
  /** The videos they did not start; empty when they started none. */
  notStarted: Video[]
  /** `progressByVideo` also has what they cleared from the history. */
  historyByVideo: ProgressByVideo
  progressByVideo: ProgressByVideo
}

/** @throws DatabaseAway */
export async function readMemberLibrary(memberId: string): Promise<MemberLibrary> {
  const [all, progress] = await Promise.all([listForMembers(), readWatchProgress(memberId)])
  return groupByProgress(all, progress)
}

export function groupByProgress(all: Video[], progressByVideo: ProgressByVideo): MemberLibrary {
  const historyByVideo = visibleHistory(progressByVideo)
  const history = all
    .flatMap((video) => {
      const entry = historyByVideo.get(video.id)
      return entry ? [{ video, entry }] : []
    })
    .sort((a, b) => b.entry.lastAt.getTime() - a.entry.lastAt.getTime())
  const notStarted = all.filter(({ id }) => !historyByVideo.has(id))
  return {
    all,
    history,
    unfinished: history.filter(({ entry }) => entry.completedAt === null),
    notStarted: notStarted.length < all.length ? notStarted : [],
    historyByVideo,
    progressByVideo,
  }
}
