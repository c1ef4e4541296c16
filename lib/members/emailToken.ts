import { createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  consumeEmailToken,
  insertEmailToken,
  readConsumer,
  readEmailToken,
  readLatestToken,
  type SignUp,
  type TokenPurpose,
  writeLatestToken,
} from '#db/emailTokens.ts'

const HOUR_MS = 3_600_000
const TOKEN_LIFETIME_MS: Record<TokenPurpose, number> = { confirm: 24 * HOUR_MS, reset: HOUR_MS }

/** The rows outlive the token by an hour; `expires_at` decides. */
const ttlOf = (purpose: TokenPurpose) => (TOKEN_LIFETIME_MS[purpose] + HOUR_MS) / 1000

/** Confirmations do not: each belongs to one sign-up, and any of them can be confirmed. */
const supersedesEarlier = (purpose: TokenPurpose) => purpose !== 'confirm'

type Owner = { id: string; email: string }

/**
 * Issues a token for a mailed link: 256 random bits, of which only the SHA-256 is stored. It supersedes
 * the user's earlier token, unless its purpose is to confirm.
 */
export async function issueEmailToken(
  purpose: TokenPurpose,
  { id, email }: Owner,
  now: Date,
  signUp: SignUp | null = null,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = hashOf(token)
  const expiresAt = new Date(now.getTime() + TOKEN_LIFETIME_MS[purpose])
  await insertEmailToken(
    hash,
    { userId: id, email, purpose, expiresAt, consumedAt: null, signUp },
    ttlOf(purpose),
  )
  if (supersedesEarlier(purpose)) await writeLatestToken(id, purpose, hash, ttlOf(purpose))
  return token
}

export type ConsumeResult =
  | { ok: true; userId: string; email: string; signUp: SignUp | null }
  | { ok: false; reason: 'unknown' | 'expired' | 'replaced' | 'used' }

/** Consumes a token. Of any number of concurrent calls exactly one succeeds. */
export async function consumeToken(
  purpose: TokenPurpose,
  token: string,
  now: Date,
): Promise<ConsumeResult> {
  const hash = hashOf(token)
  const row = await readEmailToken(hash)
  if (!row || row.purpose !== purpose) return { ok: false, reason: 'unknown' }
  if (row.expiresAt <= now) return { ok: false, reason: 'expired' }
  if (row.consumedAt) return { ok: false, reason: 'used' }
  const isSuperseded =
    supersedesEarlier(purpose) && (await readLatestToken(row.userId, purpose)) !== hash
  if (isSuperseded) return { ok: false, reason: 'replaced' }
  const won = await consumeWithRetry(hash, now, ttlOf(purpose))
  if (!won) return { ok: false, reason: 'used' }
  return { ok: true, userId: row.userId, email: row.email, signUp: row.signUp }
}

const MAX_ATTEMPTS = 5

/** When a write times out, a SERIAL read shows which call consumed the token; none: retry. */
async function consumeWithRetry(hash: string, now: Date, ttl: number): Promise<boolean> {
  const caller = randomUUID()
  for (let tries = 1; ; tries++) {
    try {
      const consumer = tries > 1 ? await readConsumer(hash) : null
      if (consumer) return consumer === caller
      if (await consumeEmailToken(hash, caller, now, ttl)) return true
      return (await readConsumer(hash)) === caller
    } catch (error) {
      if (tries === MAX_ATTEMPTS) throw error
    }
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
