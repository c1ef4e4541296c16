import { createHmac, timingSafeEqual } from 'node:crypto'
import { ByteReader, ByteWriter } from '#lib/byteCodec.ts'
import { deriveKey } from '#lib/deriveKey.ts'

/** `day` is the UTC day on which the last video of the course was finished. */
export type Certificate = { memberId: string; collectionId: string; day: Date }

const FORMAT_VERSION = 1
const MAC_BYTES = 16
const DAY_MS = 86_400_000

/**
 * The number by which anyone can verify a certificate on this site. It contains the certificate's data
 * and a signature (HMAC-SHA256, 128 bits), so nothing is stored.
 * @returns 71 characters of base64url
 */
export function certificateNumber({ memberId, collectionId, day }: Certificate): string {
  const body = new ByteWriter()
    .varint(FORMAT_VERSION)
    .uuid(memberId)
    .uuid(collectionId)
    .varint(Math.floor(day.getTime() / DAY_MS))
    .finish()
  return Buffer.concat([macOf(body), body]).toString('base64url')
}

/** @returns null unless this site issued exactly this number. */
export function readCertificateNumber(number: string): Certificate | null {
  const bytes = Buffer.from(number, 'base64url')
  // Node ignores characters outside base64url, so only the canonical spelling is accepted.
  if (bytes.length <= MAC_BYTES || bytes.toString('base64url') !== number) return null
  const body = bytes.subarray(MAC_BYTES)
  if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), macOf(body))) return null
  const reader = new ByteReader(body).expectVersion(FORMAT_VERSION)
  const [memberId, collectionId] = [reader.uuid(), reader.uuid()]
  return { memberId, collectionId, day: new Date(reader.varint() * DAY_MS) }
}

function macOf(body: Buffer): Buffer {
  const key = deriveKey('framewise certificate')
  return createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES)
}
