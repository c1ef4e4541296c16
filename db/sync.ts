import type { Client } from 'cassandra-driver'
import { env } from '#lib/env.ts'
import { asAway, makeClient } from './client.ts'
import type { Table } from './schema/table.ts'
import { tables } from './schema.ts'

/** What was changed, and what differs but was left unchanged; one phrase each. */
export type SyncReport = { done: string[]; differs: string[] }

/** The keyspace of the tests, created by the same code. */
export const testKeyspace = (keyspace: string) => `${keyspace}_test`

/**
 * Brings a keyspace up to `schema.ts`: creates missing tables and columns, never drops anything, never
 * changes a type. Safe to run at every start and from several processes at the same time.
 * @throws DatabaseAway
 */
export async function syncTables(keyspace = env().CASSANDRA_KEYSPACE): Promise<SyncReport> {
  const client = makeClient()
  const report: SyncReport = { done: [], differs: [] }
  try {
    await client.connect()
    await createKeyspace(client, keyspace, report)
    for (const table of tables) await syncTable(client, keyspace, table, report)
    return report
  } catch (error) {
    throw asAway(error)
  } finally {
    await client.shutdown()
  }
}

async function createKeyspace(client: Client, keyspace: string, report: SyncReport) {
  const found = await client.execute(
    'SELECT keyspace_name FROM system_schema.keyspaces WHERE keyspace_name = ?',
    [keyspace],
    { prepare: true },
  )
  if (found.rowLength > 0) return
  const replication = env().CASSANDRA_REPLICATION
  await client.execute(
    `CREATE KEYSPACE IF NOT EXISTS ${keyspace} WITH replication = ${replication}`,
  )
  report.done.push(`created keyspace ${keyspace}`)
}

async function syncTable(client: Client, keyspace: string, table: Table, report: SyncReport) {
  const existing = await readColumns(client, keyspace, table.name)
  if (existing.size === 0) {
    await client.execute(createStatement(keyspace, table))
    report.done.push(`created table ${table.name}`)
    return
  }
  for (const [column, type] of Object.entries(table.columns)) {
    const found = existing.get(column)
    if (found === undefined) {
      await client.execute(
        `ALTER TABLE ${keyspace}.${table.name} ADD IF NOT EXISTS ${column} ${type}`,
      )
      report.done.push(`added ${table.name}.${column}`)
    } else if (found !== type) {
      report.differs.push(
        `${table.name}.${column} is of type ${found}, in the code of type ${type}`,
      )
    }
  }
  for (const column of existing.keys()) {
    if (!(column in table.columns))
      report.differs.push(`${table.name}.${column} is not in the code`)
  }
}

async function readColumns(client: Client, keyspace: string, table: string) {
  const result = await client.execute(
    'SELECT column_name, type FROM system_schema.columns WHERE keyspace_name = ? AND table_name = ?',
    [keyspace, table],
    { prepare: true },
  )
  return new Map(result.rows.map((row) => [row.column_name as string, row.type as string]))
}

/** The `CREATE TABLE` statement of a table. */
export function createStatement(keyspace: string, table: Table): string {
  const columns = Object.entries(table.columns).map(([name, type]) => `${name} ${type}`)
  const key = [`(${table.partition.join(', ')})`, ...(table.clustering ?? [])].join(', ')
  const order = (table.clustering ?? []).map(
    (column) => `${column} ${table.descending?.includes(column) ? 'DESC' : 'ASC'}`,
  )
  const options = [
    ...(table.descending ? [`CLUSTERING ORDER BY (${order.join(', ')})`] : []),
    ...(table.options ? [table.options] : []),
  ]
  return (
    `CREATE TABLE IF NOT EXISTS ${keyspace}.${table.name} ` +
    `(${columns.join(', ')}, PRIMARY KEY (${key}))` +
    (options.length > 0 ? ` WITH ${options.join(' AND ')}` : '')
  )
}
