import type { Client } from 'cassandra-driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '#lib/env.ts'
import { makeClient } from './client.ts'
import { tables } from './schema.ts'
import { syncTables } from './sync.ts'

// A unique name: two runs of these tests may share one database.
const production = `sync_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
/** The keyspace all integration tests use. */
const test = env().CASSANDRA_KEYSPACE
let client: Client

beforeAll(async () => {
  client = makeClient()
  await client.connect()
})

afterAll(async () => {
  await client.execute(`DROP KEYSPACE IF EXISTS ${production}`)
  await client.shutdown()
})

/** The database's description of a keyspace's tables, without the keyspace's name and the ids. */
async function describeTables(keyspace: string) {
  const rowsOf = async (what: string) => {
    const query = `SELECT * FROM system_schema.${what} WHERE keyspace_name = ?`
    const { rows } = await client.execute(query, [keyspace], { prepare: true })
    return rows.map(({ keyspace_name, id, ...rest }) => JSON.stringify(rest))
  }
  return { tables: await rowsOf('tables'), columns: await rowsOf('columns') }
}

describe('syncTables', () => {
  it('creates a test keyspace whose tables equal those of the real one', async () => {
    const report = await syncTables(production)
    expect(report.done).toHaveLength(tables.length + 1)
    expect(report.differs).toEqual([])

    const [real, copy] = [await describeTables(production), await describeTables(test)]
    expect(real.tables).toHaveLength(tables.length)
    expect(copy).toEqual(real)
  })

  it('10: leaves a new keyspace empty', async () => {
    for (const { name } of tables) {
      const { rows } = await client.execute(`SELECT * FROM ${production}.${name} LIMIT 1`)
      expect(rows, name).toEqual([])
    }
  })

  it('changes nothing the second time', async () => {
    expect(await syncTables(production)).toEqual({ done: [], differs: [] })
  })

  it('adds a missing column, and reports what differs without changing it', async () => {
    await client.execute(`ALTER TABLE ${production}.users DROP name`)
    await client.execute(`ALTER TABLE ${production}.users ADD nickname text`)

    const { done, differs } = await syncTables(production)
    expect(done).toEqual(['added users.name'])
    expect(differs).toEqual(['users.nickname is not in the code'])
  })
})
