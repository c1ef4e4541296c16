import { syncTables, testKeyspace } from '#db/sync.ts'
import { env } from '#lib/env.ts'

/** Creates the test keyspace of the integration tests with the code that creates the real one. */
export default async function syncTestKeyspace(): Promise<void> {
  const keyspace = testKeyspace(env().CASSANDRA_KEYSPACE)
  await syncTables(keyspace)
}
