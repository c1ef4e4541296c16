import { closeDatabase } from '#db/client.ts'
import { type AcquiredDatabase, acquireDatabase } from '#db/embedded/acquireDatabase.ts'

/**
 * Opens the database of `CASSANDRA_CONTACT_POINTS`, or else the embedded one of `DATA_DIR`, whose
 * contact point it then puts into the environment: call this before `env()`.
 */
export function openDatabase(log: (line: string) => void): AcquiredDatabase {
  const contactPoints = process.env.CASSANDRA_CONTACT_POINTS?.trim()
  if (contactPoints) return { ready: Promise.resolve(contactPoints), release: closeDatabase }
  const embedded = acquireDatabase(process.env.DATA_DIR || '.data', log)
  const ready = embedded.ready.then((contactPoint) => {
    process.env.CASSANDRA_CONTACT_POINTS = contactPoint
    return contactPoint
  })
  ready.catch(() => {})
  return {
    ready,
    async release() {
      await closeDatabase()
      await embedded.release()
    },
  }
}
