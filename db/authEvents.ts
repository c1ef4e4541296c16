import cassandra from 'cassandra-driver'
import { run } from './client.ts'

/** An entry of an account's security log. The row expires after 400 days. */
export type AuthEventRow = { at: Date; kind: string; address: string; device: string }

/** @param month `YYYY-MM` in UTC */
export async function insertAuthEvent(
  userId: string,
  month: string,
  event: AuthEventRow,
): Promise<void> {
  const at = cassandra.types.TimeUuid.fromDate(event.at).toString()
  await run(
    'INSERT INTO auth_events (user_id, month, at, kind, address, device) VALUES (?, ?, ?, ?, ?, ?)',
    [userId, month, at, event.kind, event.address, event.device],
  )
}

/** At most `limit` events of a month, newest first. @param month `YYYY-MM` in UTC */
export async function readAuthEvents(
  userId: string,
  month: string,
  limit: number,
): Promise<AuthEventRow[]> {
  const rows = await run(
    `SELECT toTimestamp(at) AS at, kind, address, device FROM auth_events
      WHERE user_id = ? AND month = ? LIMIT ?`,
    [userId, month, limit],
  )
  return rows.map(({ at, kind, address, device }) => ({
    at,
    kind,
    address: address ?? '',
    device: device ?? '',
  }))
}

export async function deleteAuthEvents(userId: string, months: string[]): Promise<void> {
  await run('DELETE FROM auth_events WHERE user_id = ? AND month IN ?', [userId, months])
}
