import { insertMail } from '#db/mailLog.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { attemptDelivery } from './delivery.ts'
import { encryptMail } from './encryptMail.ts'
import type { Mail, SendResult } from './mail.ts'
import { writeToOutbox } from './mailOutbox.ts'

/** Longer than the first attempt; then the periodic job retries the mail. */
const FIRST_RETRY_DELAY_MS = 60_000

/** Whether mails stay on this machine, in `DATA_DIR/outbox/`, because there is no Resend key. */
export function isOutboxUsed(): boolean {
  return env().RESEND_API_KEY === undefined
}

/**
 * Queues a mail, delivers it in the background, and retries it until it is sent or refused; owners see
 * those that failed. Neither the time nor the result depends on Resend. Never throws.
 */
export async function sendMail(mail: Mail, now: Date): Promise<SendResult> {
  try {
    if (isOutboxUsed()) await writeToOutbox(mail, now)
    else void deliverInBackground(mail, await enqueue(mail, now), now)
    return { ok: true }
  } catch (err) {
    log().error({ err, subject: mail.subject }, 'failed to queue a mail')
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
    log().error({ err, subject: mail.subject }, 'failed to store the result of a mail'),
  )
}
