import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import type { Mail, Sent } from './mail.ts'
import { writeToOutbox } from './outbox.ts'
import { sendThroughResend } from './resend.ts'

/** Whether mails stay on this machine, in `DATA_DIR/outbox/`, because there is no Resend key. */
export function isOutboxUsed(): boolean {
  return env().RESEND_API_KEY === undefined
}

/**
 * Sends a mail, or lays it into the outbox. A failure is logged, without the mail, and returned.
 */
export async function sendMail(mail: Mail, now: Date): Promise<Sent> {
  const { RESEND_API_KEY: key, RESEND_BASE_URL: baseUrl, EMAIL_FROM: from } = env()
  if (key === undefined) {
    await writeToOutbox(mail, now)
    return { ok: true }
  }
  const sent = await sendThroughResend(mail, { key, baseUrl, from })
  if (!sent.ok) log().error({ reason: sent.reason, subject: mail.subject }, 'a mail was not sent')
  return sent
}
