import cassandra from 'cassandra-driver'
import { run } from './client.ts'

export type AttemptKey = { kind: string; key: string }

/**
 * Notes one attempt. Rows that expire, not counters: a counter cannot be set back, is not
 * idempotent and has no end.
 * @returns its id, for `deleteAttempt`.
 */
export async function insertAttempt(
  { kind, key }: AttemptKey,
  at: Date,
  ttl: number,
): Promise<string> {
  const id = cassandra.types.TimeUuid.fromDate(at).toString()
  await run('INSERT INTO attempts (kind, key, at) VALUES (?, ?, ?) USING TTL ?', [
    kind,
    key,
    id,
    ttl,
  ])
  return id
}

/**
 * The times of the newest attempts since a moment, newest first. The lower bound keeps the read
 * from walking over the remains of older ones.
 */
export async function readAttempts(
  { kind, key }: AttemptKey,
  since: Date,
  limit: number,
): Promise<Date[]> {
  const rows = await run(
    `SELECT toTimestamp(at) AS at FROM attempts WHERE kind = ? AND key = ? AND at > minTimeuuid(?)
      ORDER BY at DESC LIMIT ?`,
    [kind, key, since, limit],
  )
  return rows.map((row) => row.at)
}

export async function deleteAttempt({ kind, key }: AttemptKey, id: string): Promise<void> {
  await run('DELETE FROM attempts WHERE kind = ? AND key = ? AND at = ?', [kind, key, id])
}
