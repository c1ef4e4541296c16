import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { session } from '#db/client.ts'
import { pathsIn } from '#db/embedded/paths.ts'
import { env } from '#lib/env.ts'

const FLUSH_EVERY_MS = 500
/** The files have settled when their sizes are the same after this time. */
const SETTLED_MS = 4000
const SETTLE_TIMEOUT_MS = 120_000

/**
 * Makes Cassandra flush these tables to the disk twice a second, and so also compact them, as it
 * would in the course of a day.
 */
export async function flushOften(tables: readonly string[]): Promise<void> {
  const client = await session()
  for (const table of tables)
    await client.execute(
      `ALTER TABLE ${table} WITH memtable_flush_period_in_ms = ${FLUSH_EVERY_MS}`,
    )
}

/**
 * Waits until the files of frequently flushed tables no longer change.
 * @returns their size in bytes, by table
 * @throws Error when the files are not on this machine, or do not settle.
 */
export async function bytesOnDisk(tables: readonly string[]): Promise<Map<string, number>> {
  const size = () => new Map(tables.map((table) => [table, sizeOf(table)]))
  const deadline = Date.now() + SETTLE_TIMEOUT_MS
  for (let before = size(); Date.now() < deadline; ) {
    await wait(SETTLED_MS)
    const now = size()
    if (tables.every((table) => (now.get(table) ?? 0) > 0 && now.get(table) === before.get(table)))
      return now
    before = now
  }
  throw new Error(`The tables did not settle: ${[...size()].join(' ')}`)
}

/** Every component of every sstable: data, indexes, filters, statistics. */
function sizeOf(table: string): number {
  const keyspace = join(pathsIn(env().DATA_DIR).storage, 'data', env().CASSANDRA_KEYSPACE)
  const folders = readdirSync(keyspace).filter((name) => name.startsWith(`${table}-`))
  const files = folders.flatMap((folder) =>
    readdirSync(join(keyspace, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(keyspace, folder, name)),
  )
  return files.reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}
