import { hkdfSync } from 'node:crypto'
import { env } from '#lib/env.ts'

/** Derives a 256-bit key for one purpose from the site's secret (HKDF, RFC 5869). */
export function deriveKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', env().NEXTAUTH_SECRET, '', purpose, 32))
}
