import { setTimeout as pause } from 'node:timers/promises'
import { type CreateEmailOptions, Resend } from 'resend'
import type { Mail, SendResult } from './mail.ts'

export type ResendAccess = { key: string; baseUrl: string | undefined; from: string }

/** The tag with our id of the mail; Resend includes it in webhook events. */
export const MAIL_TAG = 'mail'
const MAX_ATTEMPTS = 3
const TIMEOUT_MS = 5000
const RETRY_DELAY_MS = 250

/**
 * Sends through Resend. Transient failures are retried under the mail's idempotency key, so that a mail
 * whose response was lost is not sent twice; a refusal (4xx) is final.
 */
export async function sendThroughResend(
  mail: Mail,
  { key, baseUrl, from }: ResendAccess,
  idempotencyKey: string,
  timeoutMs = TIMEOUT_MS,
): Promise<SendResult> {
  const resend = new Resend(key, baseUrl ? { baseUrl } : {})
  for (let tries = 1; ; tries++) {
    const payload = { from, ...mail, tags: [{ name: MAIL_TAG, value: idempotencyKey }] }
    const status = await sendOnce(resend, payload, idempotencyKey, timeoutMs)
    if (status === 'sent') return { ok: true }
    if (!isTransient(status)) return { ok: false, reason: 'refused' }
    if (tries === MAX_ATTEMPTS) return { ok: false, reason: 'away' }
    await pause(RETRY_DELAY_MS * 2 ** (tries - 1))
  }
}

/**
 * @returns `sent`, or the status of the refusal; null after a timeout, or when the response body names no
 *   status: the package reads it from the body only, and a proxy before Resend can send another body
 */
async function sendOnce(
  resend: Resend,
  payload: CreateEmailOptions,
  idempotencyKey: string,
  timeoutMs: number,
): Promise<'sent' | number | null> {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const { error } = await resend.emails.send(payload, { idempotencyKey, signal })
    return error ? (error.statusCode ?? null) : 'sent'
  } catch {
    return null
  }
}

/** No response, a server error, a rate limit (429), or a concurrent request with the same key (409). */
function isTransient(status: number | null): boolean {
  return status === null || status >= 500 || status === 429 || status === 409
}
