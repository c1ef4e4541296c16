import { isDatabaseAway } from '#db/client.ts'
import { isPortFree } from '#db/embedded/ports.ts'
import { readEnv } from '#lib/env.ts'
import { claimDataDir } from './claimDataDir.ts'
import { openDatabase } from './openDatabase.ts'
import { orStopped } from './orStopped.ts'
import { setUpLibrary, setUpLibraryLater } from './setUpLibrary.ts'
import { stopSignal } from './stopSignal.ts'

type Say = (line: string) => void
/** Starts what serves the site, once the tables are there. `ended` is its exit code. */
type Serve = (site: Site) => Promise<{ ended: Promise<number> }>
export type Site = { host: string; port: number; say: Say; stop: AbortSignal }

/**
 * What `npm start` and `npm run dev` have in common: the data folder, the database, the library;
 * then `serve`, until it ends or this process is told to stop. When it resolves, to the exit code,
 * everything that was started has ended.
 */
export async function runSite(serve: Serve): Promise<number> {
  const say = (line: string) => console.log(line)
  const stop = stopSignal()
  try {
    const code = await runUntilStopped(serve, say, stop)
    if (!stop.aborted) say(`The server ended by itself (exit code ${code}).`)
    return stop.aborted ? 0 : 1
  } catch (error) {
    if (stop.aborted) return 0
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
}

async function runUntilStopped(serve: Serve, say: Say, stop: AbortSignal): Promise<number> {
  const { HOST: host, PORT: port, DATA_DIR } = readEnv(process.env)
  if (!(await isPortFree(port, host)))
    throw new Error(`Port ${port} is taken: set another, for example PORT=${port + 1} npm start`)
  const giveBack = claimDataDir(DATA_DIR, say)
  const isExternal = Boolean(process.env.CASSANDRA_CONTACT_POINTS?.trim())
  const database = openDatabase(say)
  try {
    await orStopped(database.ready, stop)
    await orStopped(setUpLibrary(say), stop).catch((error) => {
      if (!isExternal || !isDatabaseAway(error)) throw error
      say('The database does not answer: starting without it, and trying on')
      void setUpLibraryLater(say, stop)
    })
    const { ended } = await serve({ host, port, say, stop })
    return await ended
  } finally {
    if (!isExternal) say('Stopping the database')
    await database.release()
    giveBack()
  }
}
