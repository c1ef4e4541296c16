import { readUser } from '#db/users.ts'
import { readViewerRow } from '#db/viewerVideo.ts'
import { isUuid } from '#lib/uuid.ts'
import type { Runs } from '#lib/watch/aggregate/runs.ts'
import { decodeViewerRow } from '#lib/watch/aggregate/viewerState.ts'
import { bucketOf } from '#lib/watch/log/sharding.ts'

/** What one viewer has watched of a video, as far as it is merged: the JSON of the public contract. */
export type ViewerDetail = {
  runs: Runs
  covered: number
  position: number
  completedAt: Date | null
  /** Playbacks with a counted frame. */
  playbacks: number
}

/**
 * @returns empty runs for a member who has not watched the video; null for an id that is neither a
 * member nor a viewer
 * @throws DatabaseAway
 */
export async function readViewer(
  video: { id: string },
  viewerId: string,
): Promise<ViewerDetail | null> {
  if (!isUuid(viewerId)) return null
  const row = await readViewerRow(video.id, bucketOf(viewerId), viewerId)
  if (!row) {
    const nothing = { runs: [], covered: 0, position: 0, completedAt: null, playbacks: 0 }
    return (await readUser(viewerId)) && nothing
  }
  const { runs, covered, position, completedAt, plays } = decodeViewerRow(row)
  return { runs, covered, position, completedAt: dateOrNull(completedAt), playbacks: plays }
}

function dateOrNull(at: number | null): Date | null {
  return at === null ? null : new Date(at)
}
