import { type Row, runAll, runBatch, runOne } from './client.ts'

/** Where one member stands in one video. */
export type ShelfRow = {
  videoId: string
  position: number
  covered: number
  /** ms since 1970. */
  completedAt: number | null
  lastAt: number
}

const COLUMNS = 'video_id, position, covered, completed_at, last_at'

export async function readShelfRows(userId: string): Promise<ShelfRow[]> {
  return (await runAll(`SELECT ${COLUMNS} FROM shelf WHERE user_id = ?`, [userId])).map(toShelfRow)
}

export async function readShelfRow(userId: string, videoId: string): Promise<ShelfRow | undefined> {
  const query = `SELECT ${COLUMNS} FROM shelf WHERE user_id = ? AND video_id = ?`
  const row = await runOne(query, [userId, videoId])
  return row && toShelfRow(row)
}

/** Rows of one member as one mutation. @param timestamp microseconds. */
export async function writeShelfRows(
  userId: string,
  rows: ShelfRow[],
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
export async function deleteShelfRow(
  userId: string,
  videoId: string,
  timestamp: bigint,
): Promise<void> {
  const query = 'DELETE FROM shelf WHERE user_id = ? AND video_id = ?'
  await runBatch([{ query, params: [userId, videoId] }], timestamp)
}

/** The same for all of a member's rows. */
export async function deleteShelf(userId: string, timestamp: bigint): Promise<void> {
  await runBatch([{ query: 'DELETE FROM shelf WHERE user_id = ?', params: [userId] }], timestamp)
}

function toShelfRow(row: Row): ShelfRow {
  return {
    videoId: String(row.video_id),
    position: row.position,
    covered: row.covered,
    completedAt: row.completed_at?.getTime() ?? null,
    lastAt: row.last_at.getTime(),
  }
}
