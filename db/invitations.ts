import cassandra from 'cassandra-driver'
import { type Row, run, runOne } from './client.ts'

export type InvitationRow = {
  id: string
  email: string
  invitedBy: string
  at: Date
  acceptedAt: Date | null
}

const COLUMNS = 'id, email, invited_by, toTimestamp(id) AS at, accepted_at'
/** All rows are in one partition: few, and each has a TTL of days. */
const SITE = 'site'

/** @param ttl seconds. @returns its id. */
export async function insertInvitation(
  { email, invitedBy }: Pick<InvitationRow, 'email' | 'invitedBy'>,
  now: Date,
  ttl: number,
): Promise<string> {
  const id = cassandra.types.TimeUuid.fromDate(now).toString()
  await run(
    'INSERT INTO invitations (site, id, email, invited_by) VALUES (?, ?, ?, ?) USING TTL ?',
    [SITE, id, email, invitedBy, ttl],
  )
  return id
}

export async function readInvitation(id: string): Promise<InvitationRow | null> {
  const query = `SELECT ${COLUMNS} FROM invitations WHERE site = ? AND id = ?`
  return toInvitation(await runOne(query, [SITE, id]))
}

/** At most `limit`, newest first. */
export async function readInvitations(limit: number): Promise<InvitationRow[]> {
  const query = `SELECT ${COLUMNS} FROM invitations WHERE site = ? LIMIT ?`
  return (await run(query, [SITE, limit])).map(toInvitation).filter((row) => row !== null)
}

export async function writeInvitationAccepted(id: string, at: Date, ttl: number): Promise<void> {
  await run('UPDATE invitations USING TTL ? SET accepted_at = ? WHERE site = ? AND id = ?', [
    ttl,
    at,
    SITE,
    id,
  ])
}

export async function deleteInvitation(id: string): Promise<void> {
  await run('DELETE FROM invitations WHERE site = ? AND id = ?', [SITE, id])
}

/** Null for a row whose inserted columns have expired and only an updated one is left. */
function toInvitation(row: Row | undefined): InvitationRow | null {
  if (!row?.email) return null
  return {
    id: row.id.toString(),
    email: row.email,
    invitedBy: row.invited_by.toString(),
    at: row.at,
    acceptedAt: row.accepted_at ?? null,
  }
}
