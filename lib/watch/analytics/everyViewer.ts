import { readViewerRowsAfter } from '#db/viewerVideo.ts'
import { decodeViewerRow, type ViewerState } from '#lib/watch/aggregate/viewerState.ts'
import { BUCKETS } from '#lib/watch/log/sharding.ts'

/** What is held at once: a row is rarely above a kilobyte. */
const PAGE = 200

export type KnownViewer = { viewerId: string; state: ViewerState }

/**
 * Every viewer of a video, page by page: for files, whose length grows with the viewers. A page of
 * the site reads a bounded part of them. @throws DatabaseAway
 */
export async function* everyViewer(videoId: string): AsyncGenerator<KnownViewer[]> {
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    let after: string | null = null
    do {
      const rows = await readViewerRowsAfter(videoId, bucket, after, PAGE)
      if (rows.length > 0)
        yield rows.map((row) => ({ viewerId: row.viewerId, state: decodeViewerRow(row) }))
      after = rows.length === PAGE ? (rows.at(-1)?.viewerId ?? null) : null
    } while (after !== null)
  }
}
