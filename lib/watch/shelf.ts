import { readShelfRows } from '#db/shelf.ts'

/** Where a member stands in one video: for progress bars and the history. */
export type ShelfEntry = {
  /** The frame the member stopped at. */
  position: number
  /** How many different frames the member has seen. */
  covered: number
  completedAt: Date | null
  lastAt: Date
}

/** Everything a member has watched, by video; one partition. @throws DatabaseAway */
export async function readShelf(memberId: string): Promise<Map<string, ShelfEntry>> {
  const rows = await readShelfRows(memberId)
  return new Map(
    rows.map(({ videoId, position, covered, completedAt, lastAt }) => [
      videoId,
      {
        position,
        covered,
        completedAt: completedAt === null ? null : new Date(completedAt),
        lastAt: new Date(lastAt),
      },
    ]),
  )
}
