import { setTimeout as pause } from 'node:timers/promises'
import { type CreateEmailOptions, Resend } from 'resend'
import type { Mail, SendResult } from './mail.ts'

export type ResendAccess = { key: string; baseUrl: string | undefined; from: string }

/** Resend hands it back with what it tells of a mail later: our id of it. */
export const MAIL_TAG = 'mail'
const MAX_ATTEMPTS = 3
const TIMEOUT_MS = 5000
const RETRY_DELAY_MS = 250

/**
 * Sends through Resend. What may pass is tried again, under the mail's own idempotency key, so that
 * one whose answer was lost is not sent twice; a refusal (4xx) is final.
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
 * @returns `sent`, or the status of the refusal; null when there was no answer in time, or one that
 * names no status: the package knows it from the body only, and what stands before Resend may write
 * another.
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

/** No answer, a fault over there, too fast (429), or the same key still at work (409). */
function isTransient(status: number | null): boolean {
  return status === null || status >= 500 || status === 429 || status === 409
}
