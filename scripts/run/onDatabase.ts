import { type SyncReport, syncTables } from '#db/sync.ts'
import { openDatabase } from './openDatabase.ts'

/**
 * A command on the database: opens it, brings the tables up to date, does the work, lets go and ends
 * the process. What goes wrong is said in a line, and the process ends with 1.
 * @param work is told what was done to the tables
 */
export async function onDatabase(work: (synced: SyncReport) => Promise<void> | void) {
  const database = openDatabase((line) => console.error(line))
  try {
    await database.ready
    await work(await syncTables())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    await database.release()
  }
  process.exit()
}
