import { syncTables } from '#db/sync.ts'

/**
 * Gives a test file a keyspace beside the test keyspace. These tests close slots before their time;
 * a server that works in the test keyspace would have to wait until it is past them.
 */
export async function useOwnKeyspace(name: string): Promise<void> {
  process.env.CASSANDRA_KEYSPACE += `_${name}`
  await syncTables()
}
