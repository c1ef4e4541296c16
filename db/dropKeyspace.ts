import { makeClient } from './client.ts'

/** Removes a keyspace and everything in it; for those the tests made for themselves. */
export async function dropKeyspace(keyspace: string): Promise<void> {
  const client = makeClient()
  try {
    await client.connect()
    await client.execute(`DROP KEYSPACE IF EXISTS ${keyspace}`)
  } finally {
    await client.shutdown()
  }
}
