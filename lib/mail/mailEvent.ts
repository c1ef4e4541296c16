import { Resend } from 'resend'
import { z } from 'zod'
import { writeMailBounced } from '#db/mailLog.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { isUuid } from '#lib/uuid.ts'
import { MAIL_TAG } from './resend.ts'

/** Event types that mean a mail did not arrive, or was reported as spam. */
const BOUNCE_EVENTS: Record<string, string> = {
  'email.bounced': 'bounced',
  'email.complained': 'complained',
  'email.failed': 'failed',
  'email.suppressed': 'suppressed',
}

const eventSchema = z.object({
  type: z.string(),
  data: z.object({ tags: z.record(z.string(), z.string()).optional() }),
})

export type MailEventResult = { status: 204 } | { status: 400 | 401 | 404; reason: string }

/**
 * Handles a webhook event of Resend about a mail. Its signature is verified (Svix: an HMAC over id, time
 * and body, at most five minutes old); bounces are stored with the mail, for owners to see.
 * @param header a request header by its name
 * @throws DatabaseAway: Resend sends the event again
 */
export async function handleMailEvent(
  body: string,
  header: (name: string) => string | null,
): Promise<MailEventResult> {
  const secret = env().RESEND_WEBHOOK_SECRET
  if (secret === undefined) return { status: 404, reason: 'not-found' }
  const payload = verify(body, header, secret)
  if (payload === undefined) return { status: 401, reason: 'false-signature' }
  const event = eventSchema.safeParse(payload)
  if (!event.success) return { status: 400, reason: 'malformed' }
  const { type, data } = event.data
  const bounce = BOUNCE_EVENTS[type]
  if (bounce) await recordBounce(data.tags?.[MAIL_TAG], bounce)
  return { status: 204 }
}

/** @returns the event, or undefined when the signature is invalid */
function verify(
  payload: string,
  header: (name: string) => string | null,
  webhookSecret: string,
): unknown {
  const headers = {
    id: header('svix-id') ?? '',
    timestamp: header('svix-timestamp') ?? '',
    signature: header('svix-signature') ?? '',
  }
  try {
    // The constructor requires an API key; verifying needs none.
    return new Resend('unused').webhooks.verify({ payload, headers, webhookSecret })
  } catch {
    return undefined
  }
}

async function recordBounce(mail: string | undefined, bounce: string): Promise<void> {
  const isOurs = mail !== undefined && isUuid(mail) && (await writeMailBounced(mail, bounce))
  // `isOurs` is false for mails of other sites with the same Resend account.
  log().warn({ bounce, isOurs }, 'a mail bounced')
}
