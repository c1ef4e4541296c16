import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '#lib/deriveKey.ts'
import { isUuid } from '#lib/uuid.ts'

/** The purpose of a mailed link; a link is valid for one purpose only. */
export type LinkPurpose = 'new-email' | 'undo-email' | 'invite'

/** The row a link refers to, and its expiry. */
export type LinkClaims = { userId: string; rowId: string; expiresAt: Date }

export type LinkRead =
  | { ok: true; claims: LinkClaims }
  | { ok: false; reason: 'unknown' | 'expired' }

/**
 * Signs a link. Nothing of it is stored, so that a copy of the tables contains no valid links. The row
 * it refers to ensures that it works only once.
 * @returns about 130 URL-safe characters
 */
export function signLink(purpose: LinkPurpose, { userId, rowId, expiresAt }: LinkClaims): string {
  const body = `${userId}.${rowId}.${expiresAt.getTime().toString(36)}`
  return `${body}.${macOf(purpose, body).toString('base64url')}`
}

export function readLink(purpose: LinkPurpose, token: string, now: Date): LinkRead {
  const [userId = '', rowId = '', end = '', mac = '', ...more] = token.split('.')
  const given = Buffer.from(mac, 'base64url')
  const expected = macOf(purpose, `${userId}.${rowId}.${end}`)
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { ok: false, reason: 'unknown' }
  }
  const expiresAt = new Date(Number.parseInt(end, 36))
  if (!isUuid(userId) || !isUuid(rowId)) return { ok: false, reason: 'unknown' }
  if (expiresAt <= now) return { ok: false, reason: 'expired' }
  return { ok: true, claims: { userId, rowId, expiresAt } }
}

let key: Buffer | undefined

function macOf(purpose: LinkPurpose, body: string): Buffer {
  key ??= deriveKey('framewise mail link')
  return createHmac('sha256', key).update(`${purpose} ${body}`).digest()
}
