import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '#db/client.ts'
import { dropKeyspace } from '#db/dropKeyspace.ts'
import { type AcquiredDatabase, acquireDatabase } from '#db/embedded/acquireDatabase.ts'
import { env } from '#lib/env.ts'

/** Where the tests run: a folder and a database of their own; `clear` leaves nothing of either. */
export type TestGround = {
  folder: string
  /** Its contact point, once it is there; starts it at the first call. */
  database(): Promise<string>
  clear(): Promise<void>
}

/** What the product is told by its environment, and the tests decide for themselves. */
const TOLD =
  /^(HOST|PORT|NEXTAUTH_\w+|RESEND_\w+|EMAIL_FROM|BEACONS_\w+|PLAYBACK_\w+|WATCH_\w+|MEDIA_\w+)$/

/**
 * Prepares this process's environment, before `env()` is read, for a site that nobody else sees: an
 * embedded database that goes with the folder, or a keyspace of the one that is named.
 */
export function openTestGround(say: (line: string) => void): TestGround {
  const folder = mkdtempSync(join(tmpdir(), 'framewise-test-'))
  const TMPDIR = join(folder, 'tmp')
  mkdirSync(TMPDIR)
  for (const name of Object.keys(process.env)) if (TOLD.test(name)) delete process.env[name]
  Object.assign(process.env, {
    DATA_DIR: folder,
    // A browser that is killed leaves its profile behind.
    TMPDIR,
    CASSANDRA_KEYSPACE: `framewise_e2e_${randomBytes(4).toString('hex')}`,
    LOG_LEVEL: 'error',
  })
  const given = process.env.CASSANDRA_CONTACT_POINTS?.trim()
  let held: AcquiredDatabase | undefined
  return { folder, database, clear }

  async function database() {
    if (given) return given
    held ??= acquireDatabase(folder, say, { temporary: true })
    const contactPoint = await held.ready
    process.env.CASSANDRA_CONTACT_POINTS = contactPoint
    return contactPoint
  }

  async function clear() {
    await closeDatabase()
    await held?.release()
    if (given) await dropKeyspace(env().CASSANDRA_KEYSPACE).catch((error) => say(String(error)))
    rmSync(folder, { recursive: true, force: true })
  }
}
