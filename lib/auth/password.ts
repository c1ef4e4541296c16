import { randomBytes } from 'node:crypto'
import argon2 from 'argon2'
import { type Busy, limitHashing } from './hashLimiter.ts'
import type { Secret } from './secret.ts'

/** OWASP's first choice for argon2id; memory in KiB. 12-27 ms a hash on a small server. */
export const ARGON2 = {
  type: argon2.argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const

let dummyHash: Promise<string> | undefined

/** @returns the argon2id hash as a PHC string, or `busy` when the queue is full */
export async function hashPassword(password: Secret): Promise<{ ok: true; hash: string } | Busy> {
  const hashed = await limitHashing(() => argon2.hash(password.reveal(), ARGON2))
  return hashed.ok ? { ok: true, hash: toPhcOrder(hashed.value) } : hashed
}

/** The package writes `m,p,t`; the reference implementation reads only `m,t,p`. */
function toPhcOrder(hash: string): string {
  return hash.replace(/\$(m=\d+),(p=\d+),(t=\d+)\$/, '$$$1,$3,$2$$')
}

/**
 * Compares a password with a stored hash. For an unknown user pass null: a dummy hash is verified, so
 * that the time does not reveal whether the user exists.
 * @returns `needsRehash` when the stored hash has weaker parameters
 */
export async function verifyPassword(
  hash: string | null,
  password: Secret,
): Promise<{ ok: true; matches: boolean; needsRehash: boolean } | Busy> {
  dummyHash ??= argon2.hash(randomBytes(32), ARGON2)
  const against = hash ?? (await dummyHash)
  const verified = await limitHashing(() => argon2.verify(against, password.reveal()))
  if (!verified.ok) return verified
  const matches = hash !== null && verified.value
  return { ok: true, matches, needsRehash: matches && argon2.needsRehash(against, ARGON2) }
}
