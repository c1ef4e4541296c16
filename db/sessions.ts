import { type Row, run, runOne } from './client.ts'

/** A row of `sessions`: one log-in on one browser. */
export type SessionRow = {
  id: string
  userId: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
  remember: boolean
  /** A readable name of the browser. */
  device: string
  address: string
  revokedAt: Date | null
}

const COLUMNS =
  'user_id, session_id, created_at, last_seen_at, expires_at, remember, device, address, revoked_at'

/** @param ttl seconds after which the row goes by itself; past the last moment it can be live. */
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

/** Every session a user has or had, until their rows are gone; in no order. */
export async function readSessions(userId: string): Promise<SessionRow[]> {
  const rows = await run(`SELECT ${COLUMNS} FROM sessions WHERE user_id = ?`, [userId])
  return rows.map(toSession).filter((session) => session !== null)
}

/** Only the two columns of use: a log-out at the same time writes another and is not undone. */
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

/** Revoked by writing, not by deleting: a late write of its use would bring a deleted row back. */
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

/** With the user: what a late write brings back has no creation, and is no session. */
export async function deleteSessions(userId: string): Promise<void> {
  await run('DELETE FROM sessions WHERE user_id = ?', [userId])
}

/** What is left of a row whose creation has expired is no session. */
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
