import { readViewerRow } from '#db/viewerVideo.ts'
import type { LogRow } from '#db/watchLog.ts'
import { bucketOf } from './lane.ts'
import { decodePlayed } from './playedCodec.ts'
import { readLaneOf, readRecentLog } from './recentLog.ts'
import { addRuns, type Runs, runsOf } from './runs.ts'
import { openViewerRow, type ViewerState } from './viewerState.ts'

/** What is merged of a viewer and a video, and every beacon that is safe but not merged yet. */
export type ViewerNow = { merged: ViewerState | null; recent: LogRow[]; uptoSlot: number }

/** Right as soon as a beacon is acknowledged, at a cost that does not grow with what was watched. */
export async function readViewerNow(
  videoId: string,
  viewerId: string,
  now: number,
): Promise<ViewerNow> {
  // The lane first: what is merged after this look is then in both, never in neither.
  const lane = await readLaneOf(viewerId)
  const [row, recent] = await Promise.all([
    readViewerRow(videoId, bucketOf(viewerId), viewerId),
    readRecentLog(lane, videoId, viewerId, now),
  ])
  return { merged: row ? openViewerRow(row) : null, recent, uptoSlot: lane.uptoSlot }
}

/** What the viewer has seen. What was merged while one looked stands twice: do not read the counts. */
export function seenBy({ merged, recent }: ViewerNow): Runs {
  const fresh = recent.flatMap(({ segments }) => decodePlayed(segments).segments)
  return addRuns(merged?.runs ?? [], runsOf(fresh))
}
