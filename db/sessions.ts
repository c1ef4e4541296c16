import { type Row, run, runOne } from './client.ts'

/** A row of `sessions`: one log-in on one browser. */
export type SessionRow = {
  id: string
  userId: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  remember: boolean
  /** The browser and system, for people to recognise. */
  device: string
  address: string
  revokedAt: Date | null
}

const COLUMNS =
  'user_id, session_id, created_at, last_seen_at, expires_at, remember, device, address, revoked_at'

/** @param ttl seconds, until after the session can no longer be valid */
export async function insertSession(session: SessionRow, ttl: number): Promise<void> {
  await run(
    `INSERT INTO sessions (user_id, session_id, created_at, last_seen_at, expires_at, remember,
      device, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?) USING TTL ?`,
    [
      session.userId,
      session.id,
      session.createdAt,
      session.lastSeenAt,
      session.expiresAt,
      session.remember,
      session.device,
      session.address,
      ttl,
    ],
  )
}

export async function readSession(userId: string, id: string): Promise<SessionRow | null> {
  const query = `SELECT ${COLUMNS} FROM sessions WHERE user_id = ? AND session_id = ?`
  return toSession(await runOne(query, [userId, id]))
}

/** All sessions of a user whose rows have not expired, ended ones too, by id. */
export async function readSessions(userId: string): Promise<SessionRow[]> {
  const rows = await run(`SELECT ${COLUMNS} FROM sessions WHERE user_id = ?`, [userId])
  return rows.map(toSession).filter((session) => session !== null)
}

/** Writes only the columns of use, so that it does not undo a concurrent log-out. */
export async function writeSessionSeen(
  session: Pick<SessionRow, 'userId' | 'id' | 'lastSeenAt' | 'expiresAt'>,
  ttl: number,
): Promise<void> {
  await run(
    `UPDATE sessions USING TTL ? SET last_seen_at = ?, expires_at = ?
      WHERE user_id = ? AND session_id = ?`,
    [ttl, session.lastSeenAt, session.expiresAt, session.userId, session.id],
  )
}

/** Writes a column instead of deleting the row, which a later `writeSessionSeen` would recreate. */
export async function writeSessionRevoked(
  userId: string,
  id: string,
  at: Date,
  ttl: number,
): Promise<void> {
  await run('UPDATE sessions USING TTL ? SET revoked_at = ? WHERE user_id = ? AND session_id = ?', [
    ttl,
    at,
    userId,
    id,
  ])
}

/** For a deleted user. A later `writeSessionSeen` leaves a row without `created_at`: not a session. */
export async function deleteSessions(userId: string): Promise<void> {
  await run('DELETE FROM sessions WHERE user_id = ?', [userId])
}

/** Null for a row that an update recreated: its inserted columns have expired or were deleted. */
function toSession(row: Row | undefined): SessionRow | null {
  if (!row?.created_at || !row.expires_at) return null
  return {
    id: row.session_id.toString(),
    userId: row.user_id.toString(),
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at ?? row.created_at,
    expiresAt: row.expires_at,
    remember: row.remember ?? false,
    device: row.device ?? '',
    address: row.address ?? '',
    revokedAt: row.revoked_at ?? null,
  }
}
