import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { env } from '#lib/env.ts'

/** The `aud` claim by what a token gives access to. */
const AUDIENCES = { video: 'v', thumbnail: 't' } as const

const HOUR_SECONDS = 3600
/** The minimum: a page that stays open does not get a new token. */
const TOKEN_SECONDS = 12 * HOUR_SECONDS

let key: KeyObject | undefined

/** Whether a signing key is set, which Mux videos with signed playback ids need. */
export function canSignForMux(): boolean {
  return env().MUX_SIGNING_KEY_ID !== undefined && env().MUX_SIGNING_PRIVATE_KEY !== undefined
}

/**
 * A JSON Web Token as specified in https://www.mux.com/docs/guides/secure-video-playback. It stays
 * the same for an hour, so that browsers can cache the pictures it gives access to.
 * @param now ms since 1970
 * @returns null where no signing key is set
 * @throws Error if the key cannot be read
 */
export function muxToken(
  playbackId: string,
  what: keyof typeof AUDIENCES,
  now: number,
): string | null {
  const { MUX_SIGNING_KEY_ID: kid, MUX_SIGNING_PRIVATE_KEY: secret } = env()
  if (!kid || !secret) return null
  key ??= readKey(secret)
  const hour = Math.floor(now / 1000 / HOUR_SECONDS) * HOUR_SECONDS
  const claims = {
    sub: playbackId,
    aud: AUDIENCES[what],
    exp: hour + HOUR_SECONDS + TOKEN_SECONDS,
    kid,
  }
  const content = `${encode({ alg: 'RS256', typ: 'JWT', kid })}.${encode(claims)}`
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`
}

function readKey(secret: string): KeyObject {
  try {
    const isPem = secret.includes('BEGIN')
    return createPrivateKey(isPem ? secret : Buffer.from(secret, 'base64').toString())
  } catch {
    throw new Error('MUX_SIGNING_PRIVATE_KEY is not a private key, in base64 or as PEM')
  }
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
