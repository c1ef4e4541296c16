import cassandra from 'cassandra-driver'
import { run } from './client.ts'

/** A limit and what it counts by, such as an IP address: the partition of the attempts. */
export type AttemptKey = { kind: string; key: string }

/**
 * Records one attempt. Rows with a TTL instead of a counter: a counter column cannot be reset, does not
 * expire, and its update is not idempotent.
 * @param ttl seconds
 * @returns its id, for `deleteAttempt`
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
 * The times of at most `limit` attempts after `since`, newest first. The lower bound keeps the read
 * from scanning the tombstones of expired rows.
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
