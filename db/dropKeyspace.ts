import { makeClient } from './client.ts'

/** Drops a keyspace with all its data; for keyspaces that tests have created. */
export async function dropKeyspace(keyspace: string): Promise<void> {
  const client = makeClient()
  try {
    await client.connect()
    await client.execute(`DROP KEYSPACE IF EXISTS ${keyspace}`)
  } finally {
    await client.shutdown()
  }
}
