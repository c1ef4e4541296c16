import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { env } from '#lib/env.ts'

/** What a token opens: the video, or its pictures. */
const AUDIENCES = { video: 'v', thumbnail: 't' } as const

const HOUR = 3600
/** Seconds a token is good for, at least: a video that is open goes on without a new one. */
const LIFE = 12 * HOUR

let key: KeyObject | undefined

/** Whether videos of Mux with signed playback ids can be played here. */
export function canSignForMux(): boolean {
  return env().MUX_SIGNING_KEY_ID !== undefined && env().MUX_SIGNING_PRIVATE_KEY !== undefined
}

/**
 * A JSON Web Token as https://www.mux.com/docs/guides/secure-video-playback asks for it. It stays
 * the same for an hour, so that browsers keep the pictures it opens.
 * @param now ms since 1970
 * @returns null where no signing key is set
 * @throws Error when the key is none
 */
export function muxToken(
  playbackId: string,
  what: keyof typeof AUDIENCES,
  now: number,
): string | null {
  const { MUX_SIGNING_KEY_ID: kid, MUX_SIGNING_PRIVATE_KEY: secret } = env()
  if (!kid || !secret) return null
  key ??= readKey(secret)
  const hour = Math.floor(now / 1000 / HOUR) * HOUR
  const claims = { sub: playbackId, aud: AUDIENCES[what], exp: hour + HOUR + LIFE, kid }
  const content = `${encode({ alg: 'RS256', typ: 'JWT', kid })}.${encode(claims)}`
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`
}

function readKey(secret: string): KeyObject {
  try {
    const isPem = secret.includes('BEGIN')
    return createPrivateKey(isPem ? secret : Buffer.from(secret, 'base64').toString())
  } catch {
    throw new Error('MUX_SIGNING_PRIVATE_KEY is no private key, in base64 or as PEM')
  }
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
