import cassandra from 'cassandra-driver'
import { type Row, run, runOne } from './client.ts'

/** A requested change of address. The address in effect is the one in the user's row. */
export type EmailChangeRow = {
  id: string
  userId: string
  fromEmail: string
  toEmail: string
  /** The user's epoch at the request: a later one makes the request void. */
  sessionEpoch: number
  undoneAt: Date | null
}

const COLUMNS = 'user_id, change_id, from_email, to_email, session_epoch, undone_at'

/** @param ttl seconds. @returns its id; ids of later changes are greater. */
export async function insertEmailChange(
  change: Pick<EmailChangeRow, 'userId' | 'fromEmail' | 'toEmail' | 'sessionEpoch'>,
  now: Date,
  ttl: number,
): Promise<string> {
  const id = cassandra.types.TimeUuid.fromDate(now).toString()
  await run(
    `INSERT INTO email_changes (user_id, change_id, from_email, to_email, session_epoch)
      VALUES (?, ?, ?, ?, ?) USING TTL ?`,
    [change.userId, id, change.fromEmail, change.toEmail, change.sessionEpoch, ttl],
  )
  return id
}

export async function readEmailChange(userId: string, id: string): Promise<EmailChangeRow | null> {
  const query = `SELECT ${COLUMNS} FROM email_changes WHERE user_id = ? AND change_id = ?`
  return toChange(await runOne(query, [userId, id]))
}

/** This change and all later ones, newest first. */
export async function readEmailChangesFrom(userId: string, id: string): Promise<EmailChangeRow[]> {
  const query = `SELECT ${COLUMNS} FROM email_changes WHERE user_id = ? AND change_id >= ?`
  return (await run(query, [userId, id])).map(toChange).filter((change) => change !== null)
}

export async function writeEmailChangeUndone(
  userId: string,
  id: string,
  at: Date,
  ttl: number,
): Promise<void> {
  await run(
    'UPDATE email_changes USING TTL ? SET undone_at = ? WHERE user_id = ? AND change_id = ?',
    [ttl, at, userId, id],
  )
}

export async function readEmailChanges(userId: string): Promise<EmailChangeRow[]> {
  const rows = await run(`SELECT ${COLUMNS} FROM email_changes WHERE user_id = ?`, [userId])
  return rows.map(toChange).filter((change) => change !== null)
}

export async function deleteEmailChanges(userId: string): Promise<void> {
  await run('DELETE FROM email_changes WHERE user_id = ?', [userId])
}

/** Null for a row whose inserted columns have expired and only an updated one is left. */
function toChange(row: Row | undefined): EmailChangeRow | null {
  if (!row?.from_email) return null
  return {
    id: row.change_id.toString(),
    userId: row.user_id.toString(),
    fromEmail: row.from_email,
    toEmail: row.to_email,
    sessionEpoch: row.session_epoch,
    undoneAt: row.undone_at ?? null,
  }
}
