import { type MailRow, readMailsOfDay, readSealedMail, writeMailTried } from '#db/mailLog.ts'
import { env } from '#lib/env.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { log } from '#lib/log.ts'
import { decryptMail } from './encryptMail.ts'
import type { Mail } from './mail.ts'
import { sendThroughResend } from './resend.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Its links are nearly over by then, and Resend forgets the key after a day. */
const GIVE_UP_MS = DAY_MS / 2
const CONCURRENCY = 4

type QueuedMail = Pick<MailRow, 'id' | 'at' | 'tries' | 'subject'>

/**
 * Tries a kept mail once, under its own idempotency key, and notes what came of it: a refusal is
 * final, everything else is tried again after 1, 2, 4 ... minutes, for half a day.
 */
export async function attemptDelivery(
  kept: QueuedMail,
  mail: Mail,
  now: Date,
  timeoutMs?: number,
): Promise<void> {
  const { RESEND_API_KEY: key, RESEND_BASE_URL: baseUrl, EMAIL_FROM: from } = env()
  if (key === undefined) return
  const sent = await sendThroughResend(mail, { key, baseUrl, from }, kept.id, timeoutMs)
  const tries = kept.tries + 1
  const nextAt = new Date(now.getTime() + MINUTE_MS * 2 ** Math.min(tries - 1, 6))
  if (sent.ok) {
    await writeMailTried(kept, { state: 'sent', reason: null, tries, nextAt })
    return
  }
  const isOver = sent.reason === 'refused' || nextAt.getTime() - kept.at.getTime() > GIVE_UP_MS
  log().error({ reason: sent.reason, subject: kept.subject, tries, isOver }, 'a mail was not sent')
  const state = isOver ? 'failed' : 'waiting'
  await writeMailTried(kept, { state, reason: sent.reason, tries, nextAt })
}

/** Tries every mail again whose time has come. @throws DatabaseAway */
export async function retryDueMails(now: Date, timeoutMs?: number): Promise<void> {
  if (env().RESEND_API_KEY === undefined) return
  const days = [now, new Date(now.getTime() - DAY_MS)]
  const mails = (await Promise.all(days.map(readMailsOfDay))).flat()
  const due = mails.filter(({ state, nextAt }) => state === 'waiting' && nextAt <= now)
  await forEachConcurrent(due, CONCURRENCY, async (kept) => {
    const sealed = await readSealedMail(kept)
    const mail = sealed && decryptMail(sealed)
    if (mail) return attemptDelivery(kept, mail, now, timeoutMs)
    const { tries, nextAt } = kept
    await writeMailTried(kept, { state: 'failed', reason: 'unreadable', tries, nextAt })
  })
}

/** The mails of the last seven days that did not go out, or not yet, or came back; the newest first. */
export async function undeliveredMails(now: Date): Promise<MailRow[]> {
  const days = Array.from({ length: 7 }, (_, ago) => new Date(now.getTime() - ago * DAY_MS))
  const mails = (await Promise.all(days.map(readMailsOfDay))).flat()
  return mails.filter(
    ({ state, tries, bounce }) =>
      bounce !== null || state === 'failed' || (state === 'waiting' && tries > 0),
  )
}
