import { insertMail } from '#db/mailLog.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { attemptDelivery } from './delivery.ts'
import { encryptMail } from './encryptMail.ts'
import type { Mail, SendResult } from './mail.ts'
import { writeToOutbox } from './outbox.ts'

/** The first try's own time; then the loop takes it up. */
const FIRST_RETRY_DELAY_MS = 60_000

/** Whether mails stay on this machine, in `DATA_DIR/outbox/`, because there is no Resend key. */
export function isOutboxUsed(): boolean {
  return env().RESEND_API_KEY === undefined
}

/**
 * Takes a mail to be sent: it is kept, sent behind the caller's back, and tried again until it is out
 * or refused for good, which owners are shown. Neither how long Resend takes nor whether it answers
 * shows in the answer. Never throws.
 */
export async function sendMail(mail: Mail, now: Date): Promise<SendResult> {
  try {
    if (isOutboxUsed()) await writeToOutbox(mail, now)
    else void deliverInBackground(mail, await enqueue(mail, now), now)
    return { ok: true }
  } catch (err) {
    log().error({ err, subject: mail.subject }, 'a mail could not be kept')
    return { ok: false, reason: 'away' }
  }
}

function enqueue(mail: Mail, now: Date): Promise<string> {
  const nextAt = new Date(now.getTime() + FIRST_RETRY_DELAY_MS)
  return insertMail(
    { at: now, recipient: mail.to, subject: mail.subject, nextAt },
    encryptMail(mail),
  )
}

function deliverInBackground(mail: Mail, id: string, now: Date): Promise<void> {
  return attemptDelivery({ id, at: now, tries: 0, subject: mail.subject }, mail, now).catch((err) =>
    log().error({ err, subject: mail.subject }, 'what came of a mail was not noted'),
  )
}
