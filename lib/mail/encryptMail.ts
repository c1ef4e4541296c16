import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deriveKey } from '#lib/deriveKey.ts'
import type { Mail } from './mail.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A mail that waits holds links that open accounts: a copy of the tables alone must not show them. */
export function encryptMail(mail: Mail): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key(), nonce)
  const body = Buffer.concat([cipher.update(JSON.stringify(mail), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @returns null when it was sealed under another secret, or changed. */
export function decryptMail(sealed: Buffer): Mail | null {
  try {
    const body = sealed.subarray(NONCE_BYTES + TAG_BYTES)
    const decipher = createDecipheriv(CIPHER, key(), sealed.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'))
  } catch {
    return null
  }
}

function key(): Buffer {
  return deriveKey('framewise kept mail')
}
