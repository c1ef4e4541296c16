import { parseCookie } from 'cookie'
import { decode, encode } from 'next-auth/jwt'
import { env } from '#lib/env.ts'
import { isUuid } from '#lib/uuid.ts'
import { isHttps } from './origin.ts'
import { MAX_SESSION_MS } from './sessionExpiry.ts'

/** All that a cookie says: whose session, which, and of which epoch. The rows hold the truth. */
export type SessionClaims = { sub: string; sid: string; epoch: number }

/** Over https with `__Host-`: no subdomain and no plain page can set it. */
export function sessionCookieName(): string {
  return `${isHttps() ? '__Host-' : ''}next-auth.session-token`
}

export function csrfCookieName(): string {
  return `${isHttps() ? '__Host-' : ''}next-auth.csrf-token`
}

export function cookieAttributes() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() } as const
}

/** The value of one cookie of a Cookie header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  return header === undefined ? undefined : parseCookie(header)[name]
}

/** @returns the envelope, or null when it is not ours, tampered with, or past its end. */
export async function decodeSessionToken(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  const { sub, sid, epoch } = claims ?? {}
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof epoch !== 'number') return null
  return isUuid(sub) && isUuid(sid) ? { sub, sid, epoch } : null
}

/** Seals an envelope as NextAuth does. */
export function encodeSessionToken(envelope: SessionClaims): Promise<string> {
  return encode({ token: envelope, secret: env().NEXTAUTH_SECRET, maxAge: MAX_SESSION_MS / 1000 })
}
