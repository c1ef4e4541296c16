import { parseCookie } from 'cookie'
import { decode, encode } from 'next-auth/jwt'
import { env } from '#lib/env.ts'
import { isUuid } from '#lib/uuid.ts'
import { isHttps } from './origin.ts'
import { MAX_SESSION_MS } from './sessionExpiry.ts'

/** The claims in the session cookie: user id, session id, session epoch. The tables decide. */
export type SessionClaims = { sub: string; sid: string; epoch: number }

/** Over https with `__Host-`: neither a subdomain nor a page over http can set it. */
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

/** @returns the claims, or null when the token is foreign, tampered with, or expired */
export async function decodeSessionToken(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null
  const payload = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  const { sub, sid, epoch } = payload ?? {}
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof epoch !== 'number') return null
  return isUuid(sub) && isUuid(sid) ? { sub, sid, epoch } : null
}

/** Encrypts claims as NextAuth does. */
export function encodeSessionToken(claims: SessionClaims): Promise<string> {
  return encode({ token: claims, secret: env().NEXTAUTH_SECRET, maxAge: MAX_SESSION_MS / 1000 })
}
