import { session } from '#db/client.ts'
import { type LogEntry, logInsert } from '#db/watchLog.ts'

/**
 * Inserts rows into the log as fast as the driver can: prepared, unlogged batches of one partition, a
 * fixed number in flight, without any check.
 * @returns rows per second.
 */
export async function writeBare(
  batches: readonly LogEntry[][],
  inFlight: number,
  slot: number,
  lanes: number,
): Promise<number> {
  const client = await session()
  const queue = batches.entries()
  const writer = async () => {
    for (const [number, entries] of queue) {
      const statements = entries.map((entry) => {
        const { query, params } = logInsert(slot, number % lanes, entry)
        return { query, params: [...params] }
      })
      await client.batch(statements, { prepare: true, logged: false, isIdempotent: true })
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: inFlight }, writer))
  const rows = batches.reduce((sum, batch) => sum + batch.length, 0)
  return rows / ((performance.now() - begun) / 1000)
}
