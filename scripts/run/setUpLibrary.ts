import { setTimeout as wait } from 'node:timers/promises'
import { closeDatabase, isDatabaseAway } from '#db/client.ts'
import { syncTables } from '#db/sync.ts'
import { seedDemo } from '../demo/seed.ts'

type Say = (line: string) => void

const SLOW = 1000
const RETRY = 2000

/**
 * Makes the tables and, in an empty database, the demo library; prints how to log in to it.
 * @throws DatabaseAway
 */
export async function setUpLibrary(say: Say): Promise<void> {
  try {
    await makeTables(say)
    const demo = await seedDemo(say)
    if (!demo) return
    say(`Demo owner: ${demo.owner.email} ${demo.owner.password}`)
    say(`Demo member: ${demo.member.email} ${demo.member.password}`)
  } finally {
    await closeDatabase()
  }
}

async function makeTables(say: Say) {
  const late = setTimeout(() => say('Making the tables'), SLOW)
  const { done, differs } = await syncTables().finally(() => clearTimeout(late))
  if (done.length > 0) say(`Tables: ${done.length} made or changed`)
  for (const line of differs) say(`Tables: ${line}`)
}

/** The same as soon as the database is there: the site answers 503 until then. */
export async function setUpLibraryLater(say: Say, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await wait(RETRY, undefined, { signal: stop }).catch(() => {})
    try {
      return await setUpLibrary(say)
    } catch (error) {
      if (!isDatabaseAway(error)) say(`The library could not be set up: ${error}`)
    }
  }
}
