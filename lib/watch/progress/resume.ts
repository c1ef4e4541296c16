import { secondsAt, type Video } from '#lib/videos/video.ts'
import { isLater } from '#lib/watch/aggregate/viewerState.ts'
import type { ViewerNow } from './viewerNow.ts'

/** A video stopped this close to its end starts over. */
const END_SECONDS = 1

/**
 * The frame at which the viewer stopped last, on any device; 0 for a new viewer.
 * @param clearedAt ms since 1970: positions up to then were removed from the history
 */
export function lastPosition({ merged, recent }: ViewerNow, clearedAt = -1): number {
  const known = merged && merged.last.at > clearedAt ? merged : null
  let last = known?.last
  let position = known?.position ?? 0
  for (const row of recent) {
    if (row.at <= clearedAt || (last && !isLater(row, last))) continue
    last = row
    position = row.position
  }
  return position
}

/** The frame at which the player starts for a viewer who stopped at `position`. */
export function resumeFrameOf(position: number, { frames, fps }: Pick<Video, 'frames' | 'fps'>) {
  return secondsAt(frames - position, fps) <= END_SECONDS ? 0 : position
}
