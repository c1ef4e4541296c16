import { type LaneRow, readLane } from '#db/lanes.ts'
import { readViewerRow } from '#db/viewerVideo.ts'
import { type LogRow, readViewerLog } from '#db/watchLog.ts'
import { addRuns, type Runs, runsOf } from '#lib/watch/aggregate/runs.ts'
import { decodeViewerRow, type ViewerState } from '#lib/watch/aggregate/viewerState.ts'
import { laneCount } from '#lib/watch/log/laneCount.ts'
import { decodePlayed } from '#lib/watch/log/logCodec.ts'
import { bucketOf, laneOf } from '#lib/watch/log/sharding.ts'
import { slotOf } from '#lib/watch/log/slot.ts'

/** What is merged of a viewer and a video, and every beacon that is safe but not merged yet. */
export type ViewerNow = { merged: ViewerState | null; recent: LogRow[]; mergedTo: number }

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
  return { merged: row ? decodeViewerRow(row) : null, recent, mergedTo: lane.mergedTo }
}

/** What the viewer has seen. What was merged while one looked stands twice: do not read the counts. */
export function seenBy({ merged, recent }: ViewerNow): Runs {
  const fresh = recent.flatMap(({ segments }) => decodePlayed(segments).segments)
  return addRuns(merged?.runs ?? [], runsOf(fresh))
}

/** Ten minutes. A lane that is further behind shows it in its health, not in slow pages. */
const MAX_SLOTS = 60

/** The lane of a viewer, as it is now. Read it BEFORE what it is to be compared with. */
export async function readLaneOf(viewerId: string): Promise<LaneRow> {
  return readLane(laneOf(viewerId, await laneCount()))
}

/** A viewer's beacons of a video which the lane, as it was, had not merged: the newest 60 slots. */
export async function readRecentLog(
  lane: LaneRow,
  videoId: string,
  viewerId: string,
  now: number,
): Promise<LogRow[]> {
  const newest = Math.max(slotOf(now), lane.closedTo + 1)
  const oldest = Math.max(lane.mergedTo + 1, newest - MAX_SLOTS + 1)
  const slots = Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, i) => oldest + i)
  const found = await Promise.all(
    slots.map((slot) => readViewerLog(slot, lane.lane, videoId, viewerId)),
  )
  return found.flat()
}
