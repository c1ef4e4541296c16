import { syncTables } from '#db/sync.ts'

/**
 * Gives a test file a keyspace of its own, for tests that close slots ahead of time: a server in the
 * test keyspace would have to wait until those slots are past.
 */
export async function useOwnKeyspace(name: string): Promise<void> {
  process.env.CASSANDRA_KEYSPACE += `_${name}`
  await syncTables()
}
