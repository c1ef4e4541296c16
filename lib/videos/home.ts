import {
  historyIn,
  readWatchProgress,
  type WatchProgress,
} from '#lib/watch/progress/watchProgress.ts'
import { listForMembers } from './library.ts'
import type { Video } from './video.ts'

type Begun = { video: Video; entry: WatchProgress }
type Shelf = ReadonlyMap<string, WatchProgress>

/** What a member finds, in the library's order unless said otherwise. */
export type Home = {
  all: Video[]
  /** What they began, the latest first. */
  history: Begun[]
  /** Of these what is not finished. */
  waiting: Begun[]
  /** What they did not begin; nothing when that is all there is. */
  fresh: Video[]
  /** Their history by video, and all they ever watched. */
  begun: Shelf
  shelf: Shelf
}

/** @throws DatabaseAway */
export async function readHome(memberId: string): Promise<Home> {
  const [all, shelf] = await Promise.all([listForMembers(), readWatchProgress(memberId)])
  return sortHome(all, shelf)
}

export function sortHome(all: Video[], shelf: Shelf): Home {
  const begun = historyIn(shelf)
  const history = all
    .flatMap((video) => {
      const entry = begun.get(video.id)
      return entry ? [{ video, entry }] : []
    })
    .sort((a, b) => b.entry.lastAt.getTime() - a.entry.lastAt.getTime())
  const fresh = all.filter(({ id }) => !begun.has(id))
  return {
    all,
    history,
    waiting: history.filter(({ entry }) => entry.completedAt === null),
    fresh: fresh.length < all.length ? fresh : [],
    begun,
    shelf,
  }
}
