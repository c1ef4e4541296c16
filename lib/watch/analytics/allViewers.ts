import { readViewerRowsAfter } from '#db/viewerVideo.ts'
import { decodeViewerRow, type ViewerState } from '#lib/watch/aggregate/viewerState.ts'
import { BUCKETS } from '#lib/watch/log/sharding.ts'

/** Rows held in memory at once; one is rarely larger than a kilobyte. */
const ROWS_PER_PAGE = 200

export type KnownViewer = { viewerId: string; state: ViewerState }

/**
 * All viewers of a video, page by page: for exports, whose length grows with the number of viewers.
 * @throws DatabaseAway
 */
export async function* readAllViewers(videoId: string): AsyncGenerator<KnownViewer[]> {
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    let after: string | null = null
    do {
      const rows = await readViewerRowsAfter(videoId, bucket, after, ROWS_PER_PAGE)
      if (rows.length > 0)
        yield rows.map((row) => ({ viewerId: row.viewerId, state: decodeViewerRow(row) }))
      after = rows.length === ROWS_PER_PAGE ? (rows.at(-1)?.viewerId ?? null) : null
    } while (after !== null)
  }
}
