import { type MailRow, readMailsOfDay, readSealedMail, writeMailTried } from '#db/mailLog.ts'
import { env } from '#lib/env.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { log } from '#lib/log.ts'
import { decryptMail } from './encryptMail.ts'
import type { Mail } from './mail.ts'
import { sendThroughResend } from './resend.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Links in it have mostly expired by then, and Resend forgets an idempotency key after a day. */
const GIVE_UP_MS = DAY_MS / 2
const CONCURRENCY = 4

type QueuedMail = Pick<MailRow, 'id' | 'at' | 'tries' | 'subject'>

/**
 * Attempts to deliver a queued mail once, under its own idempotency key, and stores the result: a
 * refusal is final, everything else is retried after 1, 2, 4 ... 64 minutes, for half a day.
 */
export async function attemptDelivery(
  queued: QueuedMail,
  mail: Mail,
  now: Date,
  timeoutMs?: number,
): Promise<void> {
  const { RESEND_API_KEY: key, RESEND_BASE_URL: baseUrl, EMAIL_FROM: from } = env()
  if (key === undefined) return
  const sent = await sendThroughResend(mail, { key, baseUrl, from }, queued.id, timeoutMs)
  const tries = queued.tries + 1
  const nextAt = new Date(now.getTime() + MINUTE_MS * 2 ** Math.min(tries - 1, 6))
  if (sent.ok) {
    await writeMailTried(queued, { state: 'sent', reason: null, tries, nextAt })
    return
  }
  const isFinal = sent.reason === 'refused' || nextAt.getTime() - queued.at.getTime() > GIVE_UP_MS
  log().error(
    { reason: sent.reason, subject: queued.subject, tries, isFinal },
    'a mail was not sent',
  )
  const state = isFinal ? 'failed' : 'waiting'
  await writeMailTried(queued, { state, reason: sent.reason, tries, nextAt })
}

/** Retries every mail whose retry is due. @throws DatabaseAway */
export async function retryDueMails(now: Date, timeoutMs?: number): Promise<void> {
  if (env().RESEND_API_KEY === undefined) return
  const days = [now, new Date(now.getTime() - DAY_MS)]
  const mails = (await Promise.all(days.map(readMailsOfDay))).flat()
  const due = mails.filter(({ state, nextAt }) => state === 'waiting' && nextAt <= now)
  await forEachConcurrent(due, CONCURRENCY, async (queued) => {
    const sealed = await readSealedMail(queued)
    const mail = sealed && decryptMail(sealed)
    if (mail) return attemptDelivery(queued, mail, now, timeoutMs)
    const { tries, nextAt } = queued
    await writeMailTried(queued, { state: 'failed', reason: 'unreadable', tries, nextAt })
  })
}

/** The mails of the last seven days that failed, wait for a retry, or bounced; the newest first. */
export async function undeliveredMails(now: Date): Promise<MailRow[]> {
  const days = Array.from({ length: 7 }, (_, ago) => new Date(now.getTime() - ago * DAY_MS))
  const mails = (await Promise.all(days.map(readMailsOfDay))).flat()
  return mails.filter(
    ({ state, tries, bounce }) =>
      bounce !== null || state === 'failed' || (state === 'waiting' && tries > 0),
  )
}
