import { secondsAt, type Video } from '#lib/videos/video.ts'
import { isLater } from '#lib/watch/aggregate/viewerState.ts'
import type { ViewerNow } from './viewerNow.ts'

/** This close to the end a video counts as finished: it starts over. */
const END_SECONDS = 1

/**
 * The frame at which the viewer stopped last, on whatever device; 0 for a new viewer.
 * @param clearedAt ms since 1970: where they stopped up to then they had taken out of their history
 */
export function positionIn({ merged, recent }: ViewerNow, clearedAt = -1): number {
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

/** Where the player starts for someone who stopped at `position`. */
export function resumeFrameOf(position: number, { frames, fps }: Pick<Video, 'frames' | 'fps'>) {
  return secondsAt(frames - position, fps) <= END_SECONDS ? 0 : position
}
