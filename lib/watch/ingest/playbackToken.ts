import {
  createHmac,
  createSecretKey,
  type KeyObject,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { ByteReader, ByteWriter } from '#lib/byteCodec.ts'
import { deriveKey } from '#lib/deriveKey.ts'
import { env } from '#lib/env.ts'
import type { FrameRate, Video } from '#lib/videos/video.ts'

/** What the page signs for one playback: who watches what, since when, until when. */
export type PlaybackClaims = {
  memberId: string
  videoId: string
  playbackId: string
  /** ms since 1970. */
  start: number
  /** ms since 1970; part of the token, so a changed setting never revives an ended one. */
  end: number
  frames: number
  fps: FrameRate
}

const FORMAT = 1
/** HMAC-SHA256 cut to 128 bits (RFC 2104, section 5): a token goes with every beacon. */
const MAC_BYTES = 16

/** @returns 106 or so characters of base64url. */
export function signToken(claims: PlaybackClaims): string {
  const body = new ByteWriter()
    .varint(FORMAT)
    .uuid(claims.memberId)
    .uuid(claims.videoId)
    .uuid(claims.playbackId)
    .varint(claims.start)
    .varint(claims.end - claims.start)
    .varint(claims.frames)
    .varint(claims.fps.num)
    .varint(claims.fps.den)
    .finish()
  return Buffer.concat([macOf(body), body]).toString('base64url')
}

/** Claims whose signature was checked. A beacon comes every few seconds with the same token. */
const checked = new LRUCache<string, PlaybackClaims>({ max: 20_000 })

/** @returns null unless we signed exactly this text. Whether it has ended is the caller's question. */
export function readToken(token: string): PlaybackClaims | null {
  const known = checked.get(token)
  if (known) return known
  const claims = verifyToken(token)
  if (claims) checked.set(token, claims)
  return claims
}

function verifyToken(token: string): PlaybackClaims | null {
  const bytes = Buffer.from(token, 'base64url')
  // Node skips what is not base64url: only the one spelling we wrote is a token.
  if (bytes.length <= MAC_BYTES || bytes.toString('base64url') !== token) return null
  const body = bytes.subarray(MAC_BYTES)
  if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), macOf(body))) return null
  return readClaims(body)
}

function readClaims(body: Buffer): PlaybackClaims {
  const reader = new ByteReader(body).expectVersion(FORMAT)
  const [memberId, videoId, playbackId] = [reader.uuid(), reader.uuid(), reader.uuid()]
  const start = reader.varint()
  const end = start + reader.varint()
  const frames = reader.varint()
  const fps = { num: reader.varint(), den: reader.varint() }
  return { memberId, videoId, playbackId, start, end, frames, fps }
}

let key: KeyObject | undefined

function macOf(body: Buffer): Buffer {
  // As a key object: from plain bytes every MAC would make one.
  key ??= createSecretKey(deriveKey('framewise playback token'))
  return createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES)
}

/** What a token of a playback that starts at `now` says. */
export function newClaims(
  memberId: string,
  video: Pick<Video, 'id' | 'frames' | 'fps'>,
  now: number,
): PlaybackClaims {
  return {
    memberId,
    videoId: video.id,
    playbackId: randomUUID(),
    start: now,
    end: now + env().PLAYBACK_TOKEN_SECONDS * 1000,
    frames: video.frames,
    fps: video.fps,
  }
}
