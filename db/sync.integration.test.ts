import type { Client } from 'cassandra-driver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '#lib/env.ts'
import { makeClient } from './client.ts'
import { tables } from './schema.ts'
import { syncTables } from './sync.ts'

// A name of its own: two runs of these tests may share one database.
const production = `sync_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
/** The one all these tests work in. */
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

/** Everything the database knows of a keyspace's tables, less the keyspace's name and the ids. */
async function describeTables(keyspace: string) {
  const rowsOf = async (what: string) => {
    const query = `SELECT * FROM system_schema.${what} WHERE keyspace_name = ?`
    const { rows } = await client.execute(query, [keyspace], { prepare: true })
    return rows.map(({ keyspace_name, id, ...rest }) => JSON.stringify(rest))
  }
  return { tables: await rowsOf('tables'), columns: await rowsOf('columns') }
}

describe('syncTables', () => {
  it('makes a test keyspace whose tables equal the real one', async () => {
    const report = await syncTables(production)
    expect(report.done).toHaveLength(tables.length + 1)
    expect(report.differs).toEqual([])

    const [real, copy] = [await describeTables(production), await describeTables(test)]
    expect(real.tables).toHaveLength(tables.length)
    expect(copy).toEqual(real)
  })

  it('10: nobody is in a new one, and nothing', async () => {
    for (const { name } of tables) {
      const { rows } = await client.execute(`SELECT * FROM ${production}.${name} LIMIT 1`)
      expect(rows, name).toEqual([])
    }
  })

  it('does nothing the second time', async () => {
    expect(await syncTables(production)).toEqual({ done: [], differs: [] })
  })

  it('adds a missing column, and names what differs without touching it', async () => {
    await client.execute(`ALTER TABLE ${production}.users DROP name`)
    await client.execute(`ALTER TABLE ${production}.users ADD nickname text`)

    const { done, differs } = await syncTables(production)
    expect(done).toEqual(['added users.name'])
    expect(differs).toEqual(['users.nickname is not in the code'])
  })
})
