import { syncTables, testKeyspace } from '#db/sync.ts'
import { env } from '#lib/env.ts'

/** Integration tests work in the test keyspace, made by the code that makes the real one. */
export default async function syncTestKeyspace(): Promise<void> {
  const keyspace = testKeyspace(env().CASSANDRA_KEYSPACE)
  await syncTables(keyspace)
}
