import { type Row, run, runAll, runBatch } from './client.ts'

/** Where one member stands in one video. */
export type ProgressRow = {
  videoId: string
  position: number
  covered: number
  /** ms since 1970. */
  completedAt: number | null
  lastAt: number
}

const COLUMNS = 'video_id, position, covered, completed_at, last_at'

/** A row as it is read, with when the member took it out of their history: 0 for never. */
export type StoredProgressRow = ProgressRow & { clearedAt: number }

/** The clustering key of the row that says when the whole history was cleared. */
const EVERY_VIDEO = '00000000-0000-0000-0000-000000000000'

export async function readProgressRows(userId: string): Promise<StoredProgressRow[]> {
  const query = `SELECT ${COLUMNS}, cleared_at FROM shelf WHERE user_id = ?`
  const rows = await runAll(query, [userId])
  const all = lastCleared(rows.filter((row) => String(row.video_id) === EVERY_VIDEO))
  return rows
    .filter((row) => row.last_at)
    .map((row) => ({ ...toProgressRow(row), clearedAt: Math.max(all, lastCleared([row])) }))
}

/** When the member last took this video, or all of them, out of their history; 0 for never. */
export async function readClearedAt(userId: string, videoId: string): Promise<number> {
  const query = 'SELECT cleared_at FROM shelf WHERE user_id = ? AND video_id IN (?, ?)'
  return lastCleared(await run(query, [userId, videoId, EVERY_VIDEO]))
}

/** Writes a column no merge writes: whichever comes first, both stand. @param videoId null: all. */
export async function writeClearedAt(
  userId: string,
  videoId: string | null,
  at: number,
): Promise<void> {
  const query = 'UPDATE shelf SET cleared_at = ? WHERE user_id = ? AND video_id = ?'
  await run(query, [new Date(at), userId, videoId ?? EVERY_VIDEO])
}

/** Rows of one member as one mutation. @param timestamp microseconds. */
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

/** Nothing older than `timestamp` (microseconds) is there any more, nor comes back. */
export async function deleteProgressRow(
  userId: string,
  videoId: string,
  timestamp: bigint,
): Promise<void> {
  const query = 'DELETE FROM shelf WHERE user_id = ? AND video_id = ?'
  await runBatch([{ query, params: [userId, videoId] }], timestamp)
}

/** The same for all of a member's rows. */
export async function deleteProgressRows(userId: string, timestamp: bigint): Promise<void> {
  await runBatch([{ query: 'DELETE FROM shelf WHERE user_id = ?', params: [userId] }], timestamp)
}

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
