import { Resend } from 'resend'
import { z } from 'zod'
import { writeMailBounced } from '#db/mailLog.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { isUuid } from '#lib/uuid.ts'
import { MAIL_TAG } from './resend.ts'

/** Events after which a mail has not arrived, or was not wanted. */
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
 * Takes what Resend tells of a mail it was given, signed by it (Svix: an HMAC over id, time and body,
 * at most five minutes old). What came back is noted beside the mail, for owners to see.
 * @param header of the request, by its name
 * @throws DatabaseAway: Resend tells it again
 */
export async function handleMailEvent(
  body: string,
  header: (name: string) => string | null,
): Promise<MailEventResult> {
  const secret = env().RESEND_WEBHOOK_SECRET
  if (secret === undefined) return { status: 404, reason: 'not-found' }
  const told = verify(body, header, secret)
  if (told === undefined) return { status: 401, reason: 'false-signature' }
  const event = eventSchema.safeParse(told)
  if (!event.success) return { status: 400, reason: 'malformed' }
  const { type, data } = event.data
  const bounce = BOUNCE_EVENTS[type]
  if (bounce) await recordBounce(data.tags?.[MAIL_TAG], bounce)
  return { status: 204 }
}

/** @returns the event, or undefined when it is not from Resend. */
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
    // The key is for sending, and nothing is sent.
    return new Resend('unused').webhooks.verify({ payload, headers, webhookSecret })
  } catch {
    return undefined
  }
}

async function recordBounce(mail: string | undefined, bounce: string): Promise<void> {
  const isOurs = mail !== undefined && isUuid(mail) && (await writeMailBounced(mail, bounce))
  // The same account with Resend may send for others, too.
  log().warn({ bounce, isOurs }, 'a mail came back')
}
