import { type Row, run, runAll, runBatch } from './client.ts'

/** A member's progress in one video: a row of the table `shelf`. */
export type ProgressRow = {
  videoId: string
  /** The frame where the member stopped. */
  position: number
  /** Frames watched at least once. */
  covered: number
  /** ms since 1970. */
  completedAt: number | null
  lastAt: number
}

const COLUMNS = 'video_id, position, covered, completed_at, last_at'

/** A row with the time at which the member cleared it from their history, in ms; 0 for never. */
export type StoredProgressRow = ProgressRow & { clearedAt: number }

/** The clustering key of the row that holds when the whole history was cleared. */
const ALL_VIDEOS = '00000000-0000-0000-0000-000000000000'

/** All rows of a member: one partition. */
export async function readProgressRows(userId: string): Promise<StoredProgressRow[]> {
  const query = `SELECT ${COLUMNS}, cleared_at FROM shelf WHERE user_id = ?`
  const rows = await runAll(query, [userId])
  const allClearedAt = lastCleared(rows.filter((row) => String(row.video_id) === ALL_VIDEOS))
  return rows
    .filter((row) => row.last_at)
    .map((row) => ({
      ...toProgressRow(row),
      clearedAt: Math.max(allClearedAt, lastCleared([row])),
    }))
}

/** When the member last cleared this video or all videos from their history, in ms; 0 for never. */
export async function readClearedAt(userId: string, videoId: string): Promise<number> {
  const query = 'SELECT cleared_at FROM shelf WHERE user_id = ? AND video_id IN (?, ?)'
  return lastCleared(await run(query, [userId, videoId, ALL_VIDEOS]))
}

/**
 * Writes only a column that merges do not write, so neither overwrites the other.
 * @param videoId null for all videos
 * @param at ms since 1970
 */
export async function writeClearedAt(
  userId: string,
  videoId: string | null,
  at: number,
): Promise<void> {
  const query = 'UPDATE shelf SET cleared_at = ? WHERE user_id = ? AND video_id = ?'
  await run(query, [new Date(at), userId, videoId ?? ALL_VIDEOS])
}

/** Writes rows of one member as one mutation. @param timestamp microseconds */
export async function writeProgressRows(
  userId: string,
  rows: ProgressRow[],
  timestamp: bigint,
): Promise<void> {
  const statements = rows.map((row) => ({
    query: `INSERT INTO shelf (user_id, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`,
    params: [
      userId,
      row.videoId,
      row.position,
      row.covered,
      row.completedAt === null ? null : new Date(row.completedAt),
      new Date(row.lastAt),
    ],
  }))
  await runBatch(statements, timestamp)
}

/** Deletes what was or will be written with a timestamp up to `timestamp` (microseconds). */
export async function deleteProgressRow(
  userId: string,
  videoId: string,
  timestamp: bigint,
): Promise<void> {
  const query = 'DELETE FROM shelf WHERE user_id = ? AND video_id = ?'
  await runBatch([{ query, params: [userId, videoId] }], timestamp)
}

/** The same for all rows of a member. */
export async function deleteProgressRows(userId: string, timestamp: bigint): Promise<void> {
  await runBatch([{ query: 'DELETE FROM shelf WHERE user_id = ?', params: [userId] }], timestamp)
}

/** The latest `cleared_at` of the rows, in ms; 0 for none. */
function lastCleared(rows: Row[]): number {
  return Math.max(0, ...rows.map((row) => row.cleared_at?.getTime() ?? 0))
}

function toProgressRow(row: Row): ProgressRow {
  return {
    videoId: String(row.video_id),
    position: row.position,
    covered: row.covered,
    completedAt: row.completed_at?.getTime() ?? null,
    lastAt: row.last_at.getTime(),
  }
}
