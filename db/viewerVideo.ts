import { type Row, run, runAll, runBatch, runOne } from './client.ts'

/** What one viewer has seen of one video. `lib/watch/aggregate` encodes and decodes the blobs. */
export type ViewerRow = {
  viewerId: string
  runs: Buffer
  /** The UTC day of `dayRuns`. */
  day: string
  dayRuns: Buffer
  merged: Buffer
  position: number
  covered: number
  plays: number
  /** ms since 1970. */
  completedAt: number | null
  lastAt: number
}

const COLUMNS =
  'viewer_id, runs, day, day_runs, merged, position, covered, plays, completed_at, last_at'

/** @param viewerIds at most 50: one query, one partition. */
export async function readViewerRows(
  videoId: string,
  bucket: number,
  viewerIds: string[],
): Promise<ViewerRow[]> {
  const rows = await run(
    `SELECT ${COLUMNS} FROM viewer_video WHERE video_id = ? AND bucket = ? AND viewer_id IN ?`,
    [videoId, bucket, viewerIds],
  )
  return rows.map(toViewerRow)
}

export async function readViewerRow(
  videoId: string,
  bucket: number,
  viewerId: string,
): Promise<ViewerRow | undefined> {
  const row = await runOne(
    `SELECT ${COLUMNS} FROM viewer_video WHERE video_id = ? AND bucket = ? AND viewer_id = ?`,
    [videoId, bucket, viewerId],
  )
  return row && toViewerRow(row)
}

export type ViewerSumRow = Omit<ViewerRow, 'runs' | 'day' | 'dayRuns' | 'merged'>

/** At most `limit` viewers of one bucket, in the order of their ids, without their blobs. */
export async function listViewerSums(
  videoId: string,
  bucket: number,
  limit: number,
): Promise<ViewerSumRow[]> {
  const rows = await run(
    'SELECT viewer_id, position, covered, plays, completed_at, last_at FROM viewer_video ' +
      'WHERE video_id = ? AND bucket = ? LIMIT ?',
    [videoId, bucket, limit],
  )
  return rows.map(toSumRow)
}

/** At most `limit` rows of one bucket, in the order of their ids, those after `after`. */
export async function readViewerRowsAfter(
  videoId: string,
  bucket: number,
  after: string | null,
  limit: number,
): Promise<ViewerRow[]> {
  const from = after === null ? '' : ' AND viewer_id > ?'
  const rows = await run(
    `SELECT ${COLUMNS} FROM viewer_video WHERE video_id = ? AND bucket = ?${from} LIMIT ?`,
    [videoId, bucket, ...(after === null ? [] : [after]), limit],
  )
  return rows.map(toViewerRow)
}

const INSERT = `INSERT INTO viewer_video (video_id, bucket, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/**
 * Writes rows of one bucket as one mutation, every column every time, so that of two writes one wins
 * as a whole. @param timestamp microseconds.
 */
export async function writeViewerRows(
  videoId: string,
  bucket: number,
  rows: ViewerRow[],
  timestamp: bigint,
): Promise<void> {
  const statements = rows.map((row) => ({
    query: INSERT,
    params: [
      videoId,
      bucket,
      row.viewerId,
      row.runs,
      row.day,
      row.dayRuns,
      row.merged,
      row.position,
      row.covered,
      row.plays,
      row.completedAt === null ? null : new Date(row.completedAt),
      new Date(row.lastAt),
    ],
  }))
  await runBatch(statements, timestamp)
}

/** Every viewer of one bucket. */
export async function listViewerIds(videoId: string, bucket: number): Promise<string[]> {
  const rows = await runAll(
    'SELECT viewer_id FROM viewer_video WHERE video_id = ? AND bucket = ?',
    [videoId, bucket],
  )
  return rows.map((row) => String(row.viewer_id))
}

/** Deletes all that was, or will be, written with a timestamp up to `timestamp` (microseconds). */
export async function deleteViewerRow(
  videoId: string,
  bucket: number,
  viewerId: string,
  timestamp: bigint,
): Promise<void> {
  const query = 'DELETE FROM viewer_video WHERE video_id = ? AND bucket = ? AND viewer_id = ?'
  await runBatch([{ query, params: [videoId, bucket, viewerId] }], timestamp)
}

/** The same for a whole bucket. */
export async function deleteViewerRows(
  videoId: string,
  bucket: number,
  timestamp: bigint,
): Promise<void> {
  const query = 'DELETE FROM viewer_video WHERE video_id = ? AND bucket = ?'
  await runBatch([{ query, params: [videoId, bucket] }], timestamp)
}

function toViewerRow(row: Row): ViewerRow {
  return {
    ...toSumRow(row),
    runs: row.runs,
    day: row.day,
    dayRuns: row.day_runs,
    merged: row.merged,
  }
}

function toSumRow(row: Row): ViewerSumRow {
  return {
    viewerId: String(row.viewer_id),
    position: row.position,
    covered: row.covered,
    plays: row.plays,
    completedAt: row.completed_at?.getTime() ?? null,
    lastAt: row.last_at.getTime(),
  }
}
