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

/** What a token says of one playback. */
export type PlaybackClaims = {
  memberId: string
  videoId: string
  playbackId: string
  /** ms since 1970. */
  start: number
  /** ms since 1970; part of the token, so a changed setting never revives an ended one. */
  end: number
  /** Length of the video. */
  frames: number
  fps: FrameRate
}

const FORMAT = 1
/** HMAC-SHA256 truncated to 128 bits (RFC 2104, section 5): every beacon carries a token. */
const MAC_BYTES = 16

/** @returns about 106 characters of base64url. */
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

/** Verified tokens: one playback sends the same token every few seconds. */
const checked = new LRUCache<string, PlaybackClaims>({ max: 20_000 })

/** @returns null unless we signed exactly this text. The caller compares `end` with the time. */
export function readToken(token: string): PlaybackClaims | null {
  const known = checked.get(token)
  if (known) return known
  const claims = verifyToken(token)
  if (claims) checked.set(token, claims)
  return claims
}

function verifyToken(token: string): PlaybackClaims | null {
  const bytes = Buffer.from(token, 'base64url')
  // Node skips characters that are not base64url: only the spelling we wrote is a token.
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
  // A key object once: from plain bytes every MAC would make one.
  key ??= createSecretKey(deriveKey('framewise playback token'))
  return createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES)
}

/** The claims of a new playback. @param now ms since 1970 */
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
