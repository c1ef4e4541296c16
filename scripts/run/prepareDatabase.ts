import { setTimeout as wait } from 'node:timers/promises'
import { closeDatabase, isDatabaseAway } from '#db/client.ts'
import { syncTables } from '#db/sync.ts'
import { seedDemo } from '../demo/seed.ts'

type Log = (line: string) => void

/** After this time a line says that the tables are being created. */
const SLOW_SYNC_MS = 1000
const RETRY_MS = 2000

/**
 * Creates the tables and, in an empty database, the demo library, whose accounts it prints.
 * @throws DatabaseAway
 */
export async function prepareDatabase(log: Log): Promise<void> {
  try {
    await createTables(log)
    const demo = await seedDemo(log)
    if (!demo) return
    log(`Demo owner: ${demo.owner.email} ${demo.owner.password}`)
    log(`Demo member: ${demo.member.email} ${demo.member.password}`)
  } finally {
    await closeDatabase()
  }
}

async function createTables(log: Log) {
  const timer = setTimeout(() => log('Creating the tables'), SLOW_SYNC_MS)
  const { done, differs } = await syncTables().finally(() => clearTimeout(timer))
  if (done.length > 0) log(`Tables: ${done.length} created or changed`)
  for (const line of differs) log(`Tables: ${line}`)
}

/** Retries until the database can be reached; until then the site answers 503. */
export async function prepareDatabaseWhenReachable(log: Log, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await wait(RETRY_MS, undefined, { signal: stop }).catch(() => {})
    try {
      return await prepareDatabase(log)
    } catch (error) {
      if (!isDatabaseAway(error)) log(`The database could not be prepared: ${error}`)
    }
  }
}
