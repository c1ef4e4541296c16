import cassandra from 'cassandra-driver'
import { type Row, run, runAll, runOne } from './client.ts'

/** `waiting` for its first or next attempt, `sent`, or `failed` for good. */
export type MailState = 'waiting' | 'sent' | 'failed'

/** A mail without its content, which only `readSealedMail` reads. */
export type MailRow = {
  id: string
  at: Date
  recipient: string
  subject: string
  state: MailState
  reason: string | null
  tries: number
  nextAt: Date
  /** Why it bounced after it was sent; not part of `state`, which an attempt may write later. */
  bounce: string | null
}

/** The partition: a UTC day, `YYYY-MM-DD`. */
const dayOf = (at: Date) => at.toISOString().slice(0, 10)
const COLUMNS =
  'id, toTimestamp(id) AS at, recipient, subject, state, reason, tries, next_at, bounce'

/** Stores a mail before the first attempt. @param sealed the encrypted mail. @returns its id. */
export async function insertMail(
  mail: Pick<MailRow, 'at' | 'recipient' | 'subject' | 'nextAt'>,
  sealed: Buffer,
): Promise<string> {
  const id = cassandra.types.TimeUuid.fromDate(mail.at).toString()
  await run(
    `INSERT INTO mail_log (day, id, recipient, subject, state, tries, next_at, sealed)
      VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?)`,
    [dayOf(mail.at), id, mail.recipient, mail.subject, mail.nextAt, sealed],
  )
  return id
}

/** Records the result of an attempt; deletes the content of a mail that needs no further one. */
export async function writeMailTried(
  { at, id }: Pick<MailRow, 'at' | 'id'>,
  tried: Pick<MailRow, 'state' | 'reason' | 'tries' | 'nextAt'>,
): Promise<void> {
  const set = 'state = ?, reason = ?, tries = ?, next_at = ?'
  const clearSealed = tried.state === 'waiting' ? '' : ', sealed = null'
  await run(`UPDATE mail_log SET ${set}${clearSealed} WHERE day = ? AND id = ?`, [
    tried.state,
    tried.reason,
    tried.tries,
    tried.nextAt,
    dayOf(at),
    id,
  ])
}

/** Records that a mail bounced. @returns false when the mail is unknown or its row has expired. */
export async function writeMailBounced(id: string, bounce: string): Promise<boolean> {
  // Ids of mails are timeuuids, which are UUIDs of version 1: others have no date.
  if (id[14] !== '1') return false
  const key = [dayOf(cassandra.types.TimeUuid.fromString(id).getDate()), id]
  const row = await runOne('SELECT recipient FROM mail_log WHERE day = ? AND id = ?', key)
  if (!row?.recipient) return false
  await run('UPDATE mail_log SET bounce = ? WHERE day = ? AND id = ?', [bounce, ...key])
  return true
}

/** All mails of a UTC day, newest first. */
export async function readMailsOfDay(day: Date): Promise<MailRow[]> {
  const rows = await runAll(`SELECT ${COLUMNS} FROM mail_log WHERE day = ?`, [dayOf(day)])
  return rows.map(toMail).filter((mail) => mail !== null)
}

export async function readSealedMail({
  at,
  id,
}: Pick<MailRow, 'at' | 'id'>): Promise<Buffer | null> {
  const row = await runOne('SELECT sealed FROM mail_log WHERE day = ? AND id = ?', [dayOf(at), id])
  return row?.sealed ?? null
}

/** Null for a row whose inserted columns have expired and only an updated one is left. */
function toMail(row: Row): MailRow | null {
  if (!row.recipient) return null
  return {
    id: row.id.toString(),
    at: row.at,
    recipient: row.recipient,
    subject: row.subject,
    state: row.state,
    reason: row.reason ?? null,
    tries: row.tries,
    nextAt: row.next_at,
    bounce: row.bounce ?? null,
  }
}
