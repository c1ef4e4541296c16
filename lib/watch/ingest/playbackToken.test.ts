import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type PlaybackClaims, readToken, signToken } from './playbackToken.ts'

const claims = (): PlaybackClaims => ({
  memberId: randomUUID(),
  videoId: randomUUID(),
  playbackId: randomUUID(),
  start: 1_790_000_000_000,
  end: 1_791_209_600_000,
  frames: 216_000,
  fps: { num: 30_000, den: 1001 },
})

it('returns the signed claims, from a text short enough for every beacon', () => {
  const signed = claims()
  const token = signToken(signed)
  expect(readToken(token)).toEqual(signed)
  expect(readToken(token)).toEqual(signed)
  expect(token).toMatch(/^[\w-]{90,115}$/)
})

it('is false once any bit of it is changed', () => {
  const token = signToken(claims())
  const bytes = Buffer.from(token, 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const forged = Buffer.from(bytes)
    forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(readToken(forged.toString('base64url'))).toBeNull()
  }
})

it('is false when it is truncated, extended, spelled differently or not ours', () => {
  const token = signToken(claims())
  for (const text of [
    '',
    token.slice(1),
    token.slice(0, -1),
    `${token}A`,
    `${token}=`,
    ` ${token}`,
  ])
    expect(readToken(text)).toBeNull()
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      expect(readToken(text)).toBeNull()
    }),
  )
})
