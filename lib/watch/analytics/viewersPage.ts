import { listViewerSums, readViewerRows, type ViewerSumRow } from '#db/viewerVideo.ts'
import type { Runs } from '#lib/watch/aggregate/runs.ts'
import { decodeRuns } from '#lib/watch/aggregate/runs.ts'
import { BUCKETS, bucketOf } from '#lib/watch/log/sharding.ts'

export const VIEWER_SORTS = ['last', 'most', 'least', 'plays'] as const
export const VIEWER_FILTERS = ['all', 'finished', 'unfinished'] as const

export type ViewersQuery = {
  sort: (typeof VIEWER_SORTS)[number]
  filter: (typeof VIEWER_FILTERS)[number]
  /** From 1; past the last it is the last. */
  page: number
  pageSize: number
}

export type PageViewer = {
  viewerId: string
  /** What they have seen, and how often. */
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
  /** How many fit the filter, and how many were looked through. */
  found: number
  looked: number
  /** There are more viewers than were looked through. */
  isCut: boolean
}

/**
 * A page looks through 16 x 250 viewers at most, so that what it reads has a bound; of a video with
 * more it shows some of each bucket, and says so. All of them are in the export.
 */
const MOST_A_BUCKET = 250

/** @throws DatabaseAway */
export async function readViewersPage(
  videoId: string,
  { sort, filter, page, pageSize }: ViewersQuery,
  mostABucket = MOST_A_BUCKET,
): Promise<ViewersPage> {
  const buckets = Array.from({ length: BUCKETS }, (_, bucket) => bucket)
  const read = await Promise.all(
    buckets.map((bucket) => listViewerSums(videoId, bucket, mostABucket + 1)),
  )
  const looked = read.flatMap((rows) => rows.slice(0, mostABucket))
  const found = looked.filter(fits[filter]).sort(orders[sort])
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const shown = Math.min(Math.max(1, page), pages)
  const sums = found.slice((shown - 1) * pageSize, shown * pageSize)
  return {
    viewers: await withRuns(videoId, sums),
    page: shown,
    pages,
    found: found.length,
    looked: looked.length,
    isCut: read.some((rows) => rows.length > mostABucket),
  }
}

const fits: Record<ViewersQuery['filter'], (row: ViewerSumRow) => boolean> = {
  all: () => true,
  finished: ({ completedAt }) => completedAt !== null,
  unfinished: ({ completedAt }) => completedAt === null,
}

type Order = (a: ViewerSumRow, b: ViewerSumRow) => number

/** The last seen first where they are equal otherwise. */
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
