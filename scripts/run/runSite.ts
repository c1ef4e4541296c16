import { isDatabaseAway } from '#db/client.ts'
import { isPortFree } from '#db/embedded/ports.ts'
import { readEnv } from '#lib/env.ts'
import { abortable } from './abortable.ts'
import { lockDataDir } from './lockDataDir.ts'
import { openDatabase } from './openDatabase.ts'
import { prepareDatabase, prepareDatabaseWhenReachable } from './prepareDatabase.ts'
import { createStopSignal } from './stopSignal.ts'

type Log = (line: string) => void
/** Starts the server once the tables exist. `ended` resolves to its exit code. */
type Serve = (site: Site) => Promise<{ ended: Promise<number> }>
export type Site = { host: string; port: number; log: Log; stop: AbortSignal }

/**
 * What `npm start` and `npm run dev` share: locks the data folder, opens the database, prepares it,
 * then runs `serve` until it ends or this process is told to stop.
 * @returns the exit code, once everything that was started has ended
 */
export async function runSite(serve: Serve): Promise<number> {
  const log = (line: string) => console.log(line)
  const stop = createStopSignal()
  try {
    const code = await runUntilStopped(serve, log, stop)
    if (!stop.aborted) log(`The server ended by itself (exit code ${code}).`)
    return stop.aborted ? 0 : 1
  } catch (error) {
    if (stop.aborted) return 0
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

async function runUntilStopped(serve: Serve, log: Log, stop: AbortSignal): Promise<number> {
  const { HOST: host, PORT: port, DATA_DIR } = readEnv(process.env)
  if (!(await isPortFree(port, host)))
    throw new Error(`Port ${port} is taken: set another, for example PORT=${port + 1} npm start`)
  const unlock = lockDataDir(DATA_DIR, log)
  const isExternal = Boolean(process.env.CASSANDRA_CONTACT_POINTS?.trim())
  const database = openDatabase(log)
  try {
    await abortable(database.ready, stop)
    await abortable(prepareDatabase(log), stop).catch((error) => {
      if (!isExternal || !isDatabaseAway(error)) throw error
      log('The database does not answer: starting without it and retrying')
      void prepareDatabaseWhenReachable(log, stop)
    })
    const { ended } = await serve({ host, port, log, stop })
    return await ended
  } finally {
    if (!isExternal) log('Stopping the database')
    await database.release()
    unlock()
  }
}
