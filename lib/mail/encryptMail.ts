import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deriveKey } from '#lib/deriveKey.ts'
import type { Mail } from './mail.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Queued mails contain links that open accounts: a copy of the tables alone must not reveal them. */
export function encryptMail(mail: Mail): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key(), nonce)
  const body = Buffer.concat([cipher.update(JSON.stringify(mail), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** @returns null when it was encrypted under another secret, or tampered with */
export function decryptMail(encrypted: Buffer): Mail | null {
  try {
    const body = encrypted.subarray(NONCE_BYTES + TAG_BYTES)
    const decipher = createDecipheriv(CIPHER, key(), encrypted.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(encrypted.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'))
  } catch {
    return null
  }
}

function key(): Buffer {
  return deriveKey('framewise kept mail')
}
