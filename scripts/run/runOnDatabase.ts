import { type SyncReport, syncTables } from '#db/sync.ts'
import { openDatabase } from './openDatabase.ts'

/**
 * Runs a command on the database: opens it, brings the tables up to date, runs `work`, releases it
 * and ends the process. An error is printed in one line, and the exit code is then 1.
 * @param work receives the changes made to the tables
 */
export async function runOnDatabase(work: (report: SyncReport) => Promise<void> | void) {
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
