import { hkdfSync } from 'node:crypto'
import { env } from '#lib/env.ts'

/** A key for one purpose, made of the site's secret (HKDF, RFC 5869): 256 bits. */
export function deriveKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', purpose, 32))
}
