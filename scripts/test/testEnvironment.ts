import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '#db/client.ts'
import { dropKeyspace } from '#db/dropKeyspace.ts'
import { type AcquiredDatabase, acquireDatabase } from '#db/embedded/acquireDatabase.ts'
import { env } from '#lib/env.ts'

/** A folder and a database for tests alone; `clear` removes both. */
export type TestEnvironment = {
  folder: string
  /** Starts the database at the first call. @returns its contact point, once it is ready. */
  database(): Promise<string>
  clear(): Promise<void>
}

/** Variables that configure the product: the tests set those they need themselves. */
const PRODUCT_VARIABLES =
  /^(HOST|PORT|NEXTAUTH_\w+|RESEND_\w+|EMAIL_FROM|BEACONS_\w+|PLAYBACK_\w+|WATCH_\w+|MEDIA_\w+)$/

/**
 * Sets this process's environment variables, before `env()` reads them, to a folder of its own and
 * to a database of its own: an embedded one that is deleted with the folder, or a new keyspace of the
 * database that CASSANDRA_CONTACT_POINTS names.
 */
export function openTestEnvironment(log: (line: string) => void): TestEnvironment {
  const folder = mkdtempSync(join(tmpdir(), 'framewise-test-'))
  const TMPDIR = join(folder, 'tmp')
  mkdirSync(TMPDIR)
  for (const name of Object.keys(process.env))
    if (PRODUCT_VARIABLES.test(name)) delete process.env[name]
  Object.assign(process.env, {
    DATA_DIR: folder,
    // A killed browser leaves its profile behind.
    TMPDIR,
    CASSANDRA_KEYSPACE: `framewise_e2e_${randomBytes(4).toString('hex')}`,
    LOG_LEVEL: 'error',
  })
  const given = process.env.CASSANDRA_CONTACT_POINTS?.trim()
  let embedded: AcquiredDatabase | undefined
  return { folder, database, clear }

  async function database() {
    if (given) return given
    embedded ??= acquireDatabase(folder, log, { temporary: true })
    const contactPoint = await embedded.ready
    process.env.CASSANDRA_CONTACT_POINTS = contactPoint
    return contactPoint
  }

  async function clear() {
    await closeDatabase()
    await embedded?.release()
    if (given) await dropKeyspace(env().CASSANDRA_KEYSPACE).catch((error) => log(String(error)))
    rmSync(folder, { recursive: true, force: true })
  }
}
