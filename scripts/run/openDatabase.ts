import { closeDatabase } from '#db/client.ts'
import { type AcquiredDatabase, acquireDatabase } from '#db/embedded/acquireDatabase.ts'

/**
 * The database `CASSANDRA_CONTACT_POINTS` names, or else the embedded one of `DATA_DIR`, whose
 * contact point is then put into the environment: call this before `env()` is read.
 */
export function openDatabase(say: (line: string) => void): AcquiredDatabase {
  const given = process.env.CASSANDRA_CONTACT_POINTS?.trim()
  if (given) return { ready: Promise.resolve(given), release: closeDatabase }
  const held = acquireDatabase(process.env.DATA_DIR || '.data', say)
  const ready = held.ready.then((contactPoint) => {
    process.env.CASSANDRA_CONTACT_POINTS = contactPoint
    return contactPoint
  })
  ready.catch(() => {})
  return {
    ready,
    async release() {
      await closeDatabase()
      await held.release()
    },
  }
}
