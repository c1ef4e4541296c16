import cassandra from 'cassandra-driver'
import { type Row, run, runAll, runOne } from './client.ts'

/** `waiting` for its first or next try, `sent`, or `failed` for good. */
export type MailState = 'waiting' | 'sent' | 'failed'

/** What is known of a mail; the mail itself is read by `readSealedMail` alone. */
export type MailRow = {
  id: string
  at: Date
  recipient: string
  subject: string
  state: MailState
  reason: string | null
  tries: number
  nextAt: Date
  /** What became of it after it was sent, if that was bad; apart from `state`, which a try may write. */
  bounce: string | null
}

/** One partition a UTC day. */
const dayOf = (at: Date) => at.toISOString().slice(0, 10)
const COLUMNS =
  'id, toTimestamp(id) AS at, recipient, subject, state, reason, tries, next_at, bounce'

/** Keeps a mail before its first try. @param sealed the mail, unreadable. */
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

/** What came of a try. A mail that is not tried again is not kept. */
export async function writeMailTried(
  { at, id }: Pick<MailRow, 'at' | 'id'>,
  tried: Pick<MailRow, 'state' | 'reason' | 'tries' | 'nextAt'>,
): Promise<void> {
  const set = 'state = ?, reason = ?, tries = ?, next_at = ?'
  const forget = tried.state === 'waiting' ? '' : ', sealed = null'
  await run(`UPDATE mail_log SET ${set}${forget} WHERE day = ? AND id = ?`, [
    tried.state,
    tried.reason,
    tried.tries,
    tried.nextAt,
    dayOf(at),
    id,
  ])
}

/** Notes that a mail came back. @returns false when no such mail is known, or not any more. */
export async function writeMailBounced(id: string, bounce: string): Promise<boolean> {
  // What says no time in itself is no id of ours: a timeuuid is of version 1.
  if (id[14] !== '1') return false
  const key = [dayOf(cassandra.types.TimeUuid.fromString(id).getDate()), id]
  const row = await runOne('SELECT recipient FROM mail_log WHERE day = ? AND id = ?', key)
  if (!row?.recipient) return false
  await run('UPDATE mail_log SET bounce = ? WHERE day = ? AND id = ?', [bounce, ...key])
  return true
}

/** Every mail of a UTC day, the newest first. */
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

/** A row whose first columns have expired is none. */
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
