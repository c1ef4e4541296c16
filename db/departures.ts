import { type Row, run, runLwt, runOne } from './client.ts'

/** An account that is to be deleted. All in one partition: few, and gone after a day. */
export type DepartureRow = {
  userId: string
  email: string
  deleteAt: Date
  /** Set when deleting began: from then on there is no way back. */
  begunAt: Date | null
}

const SITE = 'site'
const COLUMNS = 'user_id, email, delete_at, begun_at'

/* Conditional throughout: whoever comes back and whoever deletes must not both win. */

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

/** @returns false when deleting has begun, or when there is nothing to take back. */
export async function cancelDeparture(userId: string): Promise<boolean> {
  const { applied } = await runLwt(
    'DELETE FROM departures WHERE site = ? AND user_id = ? IF begun_at = null AND email != null',
    [SITE, userId],
  )
  return applied
}

/** @returns false when it was taken back meanwhile. */
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
