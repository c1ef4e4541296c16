import { readProgressRows } from '#db/watchProgress.ts'

/** A member's progress in one video, for progress bars and the history. */
export type WatchProgress = {
  /** The frame the member stopped at. */
  position: number
  /** How many different frames the member has seen. */
  covered: number
  completedAt: Date | null
  lastAt: Date
  /** Removed from the history, and not watched since. */
  isCleared: boolean
}

/**
 * Everything a member has watched, by video; one partition. Includes the videos removed from the
 * history: these still count, also as finished.
 * @throws DatabaseAway
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

/** The part of it that is in the member's history. */
export function visibleHistory(
  progress: ReadonlyMap<string, WatchProgress>,
): Map<string, WatchProgress> {
  return new Map([...progress].filter(([, entry]) => !entry.isCleared))
}
