import { type LaneRow, readLane } from '#db/lanes.ts'
import { type LogRow, readViewerLog } from '#db/watchLog.ts'
import { laneOf } from './lane.ts'
import { openLanes } from './lanes.ts'
import { slotOf } from './slot.ts'

/** Ten minutes. A lane that is further behind shows it in its health, not in slow pages. */
const MAX_SLOTS = 60

/** The lane of a viewer, as it is now. Read it BEFORE what it is to be compared with. */
export async function readLaneOf(viewerId: string): Promise<LaneRow> {
  return readLane(laneOf(viewerId, (await openLanes()).count))
}

/** A viewer's beacons of a video which the lane, as it was, had not merged: the newest 60 slots. */
export async function readRecentLog(
  lane: LaneRow,
  videoId: string,
  viewerId: string,
  now: number,
): Promise<LogRow[]> {
  const newest = Math.max(slotOf(now), lane.closedTo + 1)
  const oldest = Math.max(lane.uptoSlot + 1, newest - MAX_SLOTS + 1)
  const slots = Array.from({ length: Math.max(0, newest - oldest + 1) }, (_, i) => oldest + i)
  const found = await Promise.all(
    slots.map((slot) => readViewerLog(slot, lane.lane, videoId, viewerId)),
  )
  return found.flat()
}
