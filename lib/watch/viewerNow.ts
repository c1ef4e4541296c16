import { readViewerRow } from '#db/viewerVideo.ts'
import type { LogRow } from '#db/watchLog.ts'
import { bucketOf } from './lane.ts'
import { readLaneOf, readRecentLog } from './recentLog.ts'
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
