import { listViewerSums, readViewerRows, type ViewerSumRow } from '#db/viewerVideo.ts'
import type { Runs } from '#lib/watch/aggregate/runs.ts'
import { decodeRuns } from '#lib/watch/aggregate/runs.ts'
import { BUCKETS, bucketOf } from '#lib/watch/log/sharding.ts'

export const VIEWER_SORTS = ['last', 'most', 'least', 'plays'] as const
export const VIEWER_FILTERS = ['all', 'finished', 'unfinished'] as const

export type ViewersQuery = {
  sort: (typeof VIEWER_SORTS)[number]
  filter: (typeof VIEWER_FILTERS)[number]
  /** From 1; a number past the last page means the last page. */
  page: number
  pageSize: number
}

export type PageViewer = {
  viewerId: string
  runs: Runs
  covered: number
  plays: number
  position: number
  completedAt: Date | null
  lastAt: Date
}

export type ViewersPage = {
  viewers: PageViewer[]
  page: number
  pages: number
  /** How many viewers match the filter, and how many were scanned. */
  found: number
  scanned: number
  /** There are more viewers than were scanned. */
  isTruncated: boolean
}

/**
 * A page scans at most 16 x 250 viewers, so that what it reads is bounded; of a video with more it
 * lists some of each bucket, and the page shows a notice. The export has all of them.
 */
const MAX_ROWS_PER_BUCKET = 250

/** @throws DatabaseAway */
export async function readViewersPage(
  videoId: string,
  { sort, filter, page, pageSize }: ViewersQuery,
  maxRowsPerBucket = MAX_ROWS_PER_BUCKET,
): Promise<ViewersPage> {
  const buckets = Array.from({ length: BUCKETS }, (_, bucket) => bucket)
  const read = await Promise.all(
    buckets.map((bucket) => listViewerSums(videoId, bucket, maxRowsPerBucket + 1)),
  )
  const scanned = read.flatMap((rows) => rows.slice(0, maxRowsPerBucket))
  const found = scanned.filter(matches[filter]).sort(orders[sort])
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const shown = Math.min(Math.max(1, page), pages)
  const sums = found.slice((shown - 1) * pageSize, shown * pageSize)
  return {
    viewers: await withRuns(videoId, sums),
    page: shown,
    pages,
    found: found.length,
    scanned: scanned.length,
    isTruncated: read.some((rows) => rows.length > maxRowsPerBucket),
  }
}

const matches: Record<ViewersQuery['filter'], (row: ViewerSumRow) => boolean> = {
  all: () => true,
  finished: ({ completedAt }) => completedAt !== null,
  unfinished: ({ completedAt }) => completedAt === null,
}

type Order = (a: ViewerSumRow, b: ViewerSumRow) => number

/** Also breaks the ties of the other orders. */
const last: Order = (a, b) => b.lastAt - a.lastAt || (a.viewerId < b.viewerId ? -1 : 1)
const orders: Record<ViewersQuery['sort'], Order> = {
  last,
  most: (a, b) => b.covered - a.covered || last(a, b),
  least: (a, b) => a.covered - b.covered || last(a, b),
  plays: (a, b) => b.plays - a.plays || last(a, b),
}

async function withRuns(videoId: string, sums: ViewerSumRow[]): Promise<PageViewer[]> {
  const runs = new Map<string, Runs>()
  const buckets = new Set(sums.map(({ viewerId }) => bucketOf(viewerId)))
  await Promise.all(
    [...buckets].map(async (bucket) => {
      const ids = sums.map(({ viewerId }) => viewerId).filter((id) => bucketOf(id) === bucket)
      for (const row of await readViewerRows(videoId, bucket, ids))
        runs.set(row.viewerId, decodeRuns(row.runs))
    }),
  )
  return sums.map(({ completedAt, lastAt, ...sum }) => ({
    ...sum,
    runs: runs.get(sum.viewerId) ?? [],
    completedAt: completedAt === null ? null : new Date(completedAt),
    lastAt: new Date(lastAt),
  }))
}
