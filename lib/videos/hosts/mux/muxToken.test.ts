import { generateKeyPairSync, verify } from 'node:crypto'
import { expect, test, vi } from 'vitest'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()
vi.stubEnv('MUX_SIGNING_KEY_ID', 'key-7')
vi.stubEnv('MUX_SIGNING_PRIVATE_KEY', Buffer.from(pem).toString('base64'))
const { muxToken } = await import('./muxToken.ts')

const NOW = Date.UTC(2026, 0, 1, 10, 20)
const decode = (part = '') => JSON.parse(Buffer.from(part, 'base64url').toString())

test('a token names its video, use and expiry, and its signature can be verified', () => {
  const token = muxToken('abc', 'video', NOW) ?? ''
  const [header, claims, signature = ''] = token.split('.')
  expect(decode(header)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'key-7' })
  const exp = Date.UTC(2026, 0, 1, 23, 0) / 1000
  expect(decode(claims)).toEqual({ sub: 'abc', aud: 'v', exp, kid: 'key-7' })
  const content = Buffer.from(`${header}.${claims}`)
  expect(verify('RSA-SHA256', content, publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
})

test('it stays for an hour, and each kind has its own', () => {
  expect(muxToken('abc', 'video', NOW + 60_000)).toBe(muxToken('abc', 'video', NOW))
  expect(muxToken('abc', 'video', NOW + 3_600_000)).not.toBe(muxToken('abc', 'video', NOW))
  expect(muxToken('abc', 'thumbnail', NOW)).not.toBe(muxToken('abc', 'video', NOW))
})
