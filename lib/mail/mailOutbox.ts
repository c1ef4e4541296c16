import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '#lib/env.ts'
import type { Mail } from './mail.ts'

/** A mail in the outbox. `at` is ISO 8601. */
export type OutboxMail = Mail & { id: string; at: string }

const folder = () => join(env().DATA_DIR, 'outbox')
const ID = /^[\w-]{1,80}$/

/** Writes one JSON file per mail, atomically; file names sort by time. */
export async function writeToOutbox(mail: Mail, now: Date): Promise<void> {
  await mkdir(folder(), { recursive: true })
  const id = `${now.toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID()}`
  const file = join(folder(), `${id}.json`)
  await writeFile(`${file}.part`, JSON.stringify({ ...mail, at: now.toISOString() }, null, 2), {
    mode: 0o600,
  })
  await rename(`${file}.part`, file)
}

/** The newest mails first, at most `limit`. */
export async function readOutbox(limit: number): Promise<OutboxMail[]> {
  const names = await readdir(folder()).catch(() => [])
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5))
  const newest = ids.sort().reverse().slice(0, limit)
  const mails = await Promise.all(newest.map(readOutboxMail))
  return mails.filter((mail) => mail !== null)
}

export async function readOutboxMail(id: string): Promise<OutboxMail | null> {
  if (!ID.test(id)) return null
  try {
    return { ...JSON.parse(await readFile(join(folder(), `${id}.json`), 'utf8')), id }
  } catch {
    return null
  }
}
