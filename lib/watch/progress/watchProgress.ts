import { readProgressRows } from '#db/watchProgress.ts'

/** Where a member stands in one video: for progress bars and the history. */
export type WatchProgress = {
  /** The frame the member stopped at. */
  position: number
  /** How many different frames the member has seen. */
  covered: number
  completedAt: Date | null
  lastAt: Date
  /** Taken out of the history, and not watched since. */
  isCleared: boolean
}

/**
 * Everything a member has watched, by video; one partition. With what they took out of their
 * history: that is still counted, as finished too. @throws DatabaseAway
 */
export async function readWatchProgress(memberId: string): Promise<Map<string, WatchProgress>> {
  const rows = await readProgressRows(memberId)
  return new Map(
    rows.map(({ videoId, position, covered, completedAt, lastAt, clearedAt }) => [
      videoId,
      {
        position,
        covered,
        completedAt: completedAt === null ? null : new Date(completedAt),
        lastAt: new Date(lastAt),
        isCleared: lastAt <= clearedAt,
      },
    ]),
  )
}

/** What of it the member is shown as begun. */
export function historyIn(shelf: ReadonlyMap<string, WatchProgress>): Map<string, WatchProgress> {
  return new Map([...shelf].filter(([, entry]) => !entry.isCleared))
}
