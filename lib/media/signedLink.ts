import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { cookieAttributes } from '#lib/auth/sessionCookie.ts'
import { env } from '#lib/env.ts'
import { escapePath } from './escapePath.ts'

/*
 * A link to a media file carries its expiry and a signature over the expiry, the path and the session
 * it was issued to:
 *
 *   /media/s/EXPIRES/SIGNATURE/path/to/video.mp4          one file
 *   /media/s/EXPIRES/SIGNATURE/path/to/-/video.m3u8       everything in the folder before `-`
 *   /media/p/EXPIRES/SIGNATURE/path/to/video.mp4          for everyone, not bound to a session
 *
 * Links for everyone are issued for public videos only; when a video stops being public, they work
 * until they expire.
 *
 * A playlist names its segments relative to itself, so their URLs inherit the signature. nginx checks
 * it with `secure_link_md5`, which has no other hash; the key is hashed last, which rules out length
 * extension.
 */

/**
 * The cookie that identifies the session to nginx, which cannot decrypt the session cookie. It has no
 * `__Host-` prefix, because nginx cannot read a cookie whose name contains `-`; its path is `/media`.
 */
export const VIEWER_COOKIE = 'framewise_media'

export function viewerAttributes() {
  return { ...cookieAttributes(), path: '/media' }
}

/** The viewer of links for everyone. It cannot equal a session's viewer, which is longer. */
export const PUBLIC_VIEWER = 'everyone'

const EXPIRY_STEP_SECONDS = 6 * 3600
/** Long enough to pause a video overnight and continue. */
const MIN_EXPIRY_STEPS = 2

/** Identifies a session in links and in the cookie without revealing its id. 43 characters. */
export function viewerOfSession(sessionId: string): string {
  return derive(`media viewer ${sessionId}`)
}

/** Signs the links. nginx has it too, so it is derived from the site's secret. */
export function linkSigningKey(): string {
  return derive('media links')
}

/**
 * When a link issued now expires, in seconds since 1970: in 12 to 18 hours, at one of four times a
 * day, so that a video keeps its URL for a while and browsers can cache it.
 */
export function linkExpiry(now: Date): number {
  return (
    (Math.floor(now.getTime() / 1000 / EXPIRY_STEP_SECONDS) + 1 + MIN_EXPIRY_STEPS) *
    EXPIRY_STEP_SECONDS
  )
}

/** @param scope a path below the media folder: a file, or a folder with all that is in it. */
export function signScope(scope: string, expires: number, viewer: string): string {
  return createHash('md5')
    .update(`${expires} ${scope} ${viewer} ${linkSigningKey()}`)
    .digest('base64url')
}

/**
 * Signs a link to a file.
 * @param folder a folder that contains the file; if given, the signature covers all files in it
 */
export function signLink(
  path: string,
  { folder, viewer, expires }: { folder?: string; viewer: string; expires: number },
): string {
  const mark = viewer === PUBLIC_VIEWER ? 'p' : 's'
  const scope = folder ?? path
  const rest = folder === undefined ? '' : `/-${path.slice(folder.length)}`
  return `/media/${mark}/${expires}/${signScope(scope, expires, viewer)}/${escapePath(scope + rest)}`
}

export type VerifiedLink = { ok: true; parts: string[] } | { ok: false; reason: LinkProblem }
export type LinkProblem = 'link-not-signed' | 'link-not-yours' | 'link-expired'

/**
 * Verifies a signed path.
 * @param parts the path below `/media`, decoded
 * @param viewer of the reader's session; null for a guest
 * @returns the path below the media folder, not yet checked for forbidden names
 */
export function verifyLink(
  parts: readonly string[],
  viewer: string | null,
  now: Date,
): VerifiedLink {
  const [mark, expires = '', signature = '', ...path] = parts
  if ((mark !== 's' && mark !== 'p') || !/^\d{10}$/.test(expires) || path.length === 0)
    return { ok: false, reason: 'link-not-signed' }
  const at = path.indexOf('-')
  const isFolder = at > 0 && at < path.length - 1
  const scope = (isFolder ? path.slice(0, at) : path).join('/')
  const reader = mark === 'p' ? PUBLIC_VIEWER : viewer
  const expected = reader && signScope(scope, Number(expires), reader)
  if (!expected || !isSame(signature, expected)) return { ok: false, reason: 'link-not-yours' }
  if (Number(expires) * 1000 < now.getTime()) return { ok: false, reason: 'link-expired' }
  return { ok: true, parts: path.filter((_, index) => !isFolder || index !== at) }
}

function derive(purpose: string): string {
  return createHmac('sha256', env().NEXTAUTH_SECRET).update(purpose).digest('base64url')
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
