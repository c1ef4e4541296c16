import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '#lib/deriveKey.ts'
import { isUuid } from '#lib/uuid.ts'

/** What a link in a mail is for; it is good for nothing else. */
export type LinkPurpose = 'new-email' | 'undo-email' | 'invite'

/** The row a link is about, and the moment it ends. */
export type LinkClaims = { userId: string; rowId: string; expiresAt: Date }

export type LinkRead =
  | { ok: true; claims: LinkClaims }
  | { ok: false; reason: 'unknown' | 'expired' }

/**
 * Signs a link: nothing of it is stored, so that a copy of the tables opens nothing. That it works
 * only once is up to the row it names.
 * @returns about 130 characters, safe in an address.
 */
export function signLink(purpose: LinkPurpose, { userId, rowId, expiresAt }: LinkClaims): string {
  const body = `${userId}.${rowId}.${expiresAt.getTime().toString(36)}`
  return `${body}.${macOf(purpose, body).toString('base64url')}`
}

export function readLink(purpose: LinkPurpose, token: string, now: Date): LinkRead {
  const [userId = '', rowId = '', end = '', mac = '', ...more] = token.split('.')
  const given = Buffer.from(mac, 'base64url')
  const right = macOf(purpose, `${userId}.${rowId}.${end}`)
  if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) {
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
