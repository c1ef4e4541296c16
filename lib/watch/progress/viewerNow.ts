import { type LaneRow, readLane } from '#db/lanes.ts'
import { readViewerRow } from '#db/viewerVideo.ts'
import { type LogRow, readViewerLog } from '#db/watchLog.ts'
import { addRuns, type Runs, runsOf } from '#lib/watch/aggregate/runs.ts'
import { decodeViewerRow, type ViewerState } from '#lib/watch/aggregate/viewerState.ts'
import { laneCount } from '#lib/watch/log/laneCount.ts'
import { decodePlayed } from '#lib/watch/log/logCodec.ts'
import { bucketOf, laneOf } from '#lib/watch/log/sharding.ts'
import { slotOf } from '#lib/watch/log/slot.ts'

/** The merged state of a viewer and a video, and every beacon that is stored but not merged yet. */
export type ViewerNow = { merged: ViewerState | null; recent: LogRow[]; mergedTo: number }

/** Correct as soon as a beacon is acknowledged; the cost does not grow with what was watched. */
export async function readViewerNow(
  videoId: string,
  viewerId: string,
  now: number,
): Promise<ViewerNow> {
  // The lane first: what is merged after this read is then in both parts, never in neither.
  const lane = await readLaneOf(viewerId)
  const [row, recent] = await Promise.all([
    readViewerRow(videoId, bucketOf(viewerId), viewerId),
    readRecentLog(lane, videoId, viewerId, now),
  ])
  return { merged: row ? decodeViewerRow(row) : null, recent, mergedTo: lane.mergedTo }
}

/** The frames the viewer has seen. Beacons merged during the read count twice: ignore the counts. */
export function seenRuns({ merged, recent }: ViewerNow): Runs {
  const fresh = recent.flatMap(({ segments }) => decodePlayed(segments).segments)
  return addRuns(merged?.runs ?? [], runsOf(fresh))
}

/** Ten minutes: a lane further behind shows in `/api/health` and must not slow down pages. */
const MAX_SLOTS = 60

/** The current state of a viewer's lane. Read it BEFORE the rows it is compared with. */
export async function readLaneOf(viewerId: string): Promise<LaneRow> {
  return readLane(laneOf(viewerId, await laneCount()))
}

/** A viewer's beacons of a video that `lane` had not merged, of the newest 60 slots. */
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
