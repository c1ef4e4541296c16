import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { cookieAttributes } from '#lib/auth/sessionCookie.ts'
import { env } from '#lib/env.ts'
import { escapePath } from './escapePath.ts'

/*
 * A link to a video says until when it works and carries a signature over that, over what it leads to
 * and over the session it was given to:
 *
 *   /media/s/EXPIRES/SIGNATURE/path/to/video.mp4          one file
 *   /media/s/EXPIRES/SIGNATURE/path/to/-/video.m3u8       everything in the folder before `-`
 *   /media/p/EXPIRES/SIGNATURE/path/to/video.mp4          for everyone: signed for no session
 *
 * Links for everyone are made of public videos alone; one whose video is public no longer ends as
 * every link does.
 *
 * What a list of pieces names is found beside it, so it inherits the signature. nginx checks the
 * same with `secure_link_md5`, which knows no other hash; the key stands last in what is hashed, so
 * that nobody can append to it.
 */

/**
 * The cookie that tells nginx whose session it is: what the session's own says is sealed. Without
 * `__Host-`, for nginx reads no name with a `-` in it. It goes to videos alone.
 */
export const VIEWER_COOKIE = 'framewise_media'

export function viewerAttributes() {
  return { ...cookieAttributes(), path: '/media' }
}

/** Stands for everyone; no session's name is as short. */
export const PUBLIC_VIEWER = 'everyone'

const EXPIRY_STEP_SECONDS = 6 * 3600
/** A video may be opened, left for the night and gone on with. */
const MIN_EXPIRY_STEPS = 2

/** Stands for a session in links and in the cookie, and tells nothing of it. 43 characters. */
export function viewerOfSession(sessionId: string): string {
  return derive(`media viewer ${sessionId}`)
}

/** What signs the links. nginx has it, so it is not the secret that signs everything else. */
export function linkSigningKey(): string {
  return derive('media links')
}

/**
 * When a link that is made now ends, in seconds since 1970: in 12 to 18 hours, at one of four times
 * a day, so that the same video has the same link for a while and a browser keeps what it has.
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
 * A link to a file.
 * @param folder whose files it is to open as well; the file is in it
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
 * What a signed path leads to.
 * @param parts of the path below `/media`, decoded
 * @param viewer who asks; null for a guest
 * @returns the path below the media folder, still to be looked at for what it may not have in it
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
