import { type Row, run, runLwt, runOne } from './client.ts'

/** A requested deletion of an account. All rows are in one partition: few, and deleted after a day. */
export type DepartureRow = {
  userId: string
  email: string
  deleteAt: Date
  /** When the deletion began: it can no longer be cancelled. */
  begunAt: Date | null
}

const SITE = 'site'
const COLUMNS = 'user_id, email, delete_at, begun_at'

/* All writes are conditional: of a cancellation and a deletion only one may succeed. */

export async function insertDeparture(row: Omit<DepartureRow, 'begunAt'>): Promise<void> {
  await runLwt(
    'INSERT INTO departures (site, user_id, email, delete_at) VALUES (?, ?, ?, ?) IF NOT EXISTS',
    [SITE, row.userId, row.email, row.deleteAt],
  )
}

export async function readDeparture(userId: string): Promise<DepartureRow | null> {
  const query = `SELECT ${COLUMNS} FROM departures WHERE site = ? AND user_id = ?`
  return toDeparture(await runOne(query, [SITE, userId]))
}

export async function readDepartures(): Promise<DepartureRow[]> {
  const rows = await run(`SELECT ${COLUMNS} FROM departures WHERE site = ?`, [SITE])
  return rows.map(toDeparture).filter((row) => row !== null)
}

/** @returns false when the deletion has begun, or none was requested. */
export async function cancelDeparture(userId: string): Promise<boolean> {
  const { applied } = await runLwt(
    'DELETE FROM departures WHERE site = ? AND user_id = ? IF begun_at = null AND email != null',
    [SITE, userId],
  )
  return applied
}

/** Marks the deletion as begun. @returns false when it was cancelled meanwhile. */
export async function beginDeparture({ userId, email }: DepartureRow, at: Date): Promise<boolean> {
  const { applied } = await runLwt(
    'UPDATE departures SET begun_at = ? WHERE site = ? AND user_id = ? IF email = ?',
    [at, SITE, userId, email],
  )
  return applied
}

export async function deleteDeparture(userId: string): Promise<void> {
  await runLwt('DELETE FROM departures WHERE site = ? AND user_id = ? IF EXISTS', [SITE, userId])
}

function toDeparture(row: Row | undefined): DepartureRow | null {
  if (!row?.email) return null
  return {
    userId: row.user_id.toString(),
    email: row.email,
    deleteAt: row.delete_at,
    begunAt: row.begun_at ?? null,
  }
}
