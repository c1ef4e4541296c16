import { run, runLwt, runOne, runSerial } from './client.ts'

export type TokenPurpose = 'confirm' | 'reset'

/** The data of a sign-up, which is applied once its mail is confirmed. */
export type SignUp = { name: string; passwordHash: string }

export type EmailTokenRow = {
  userId: string
  /** The address the mail went to; the token is void once the user has another. */
  email: string
  purpose: TokenPurpose
  expiresAt: Date
  consumedAt: Date | null
  signUp: SignUp | null
}

/**
 * Stores the hash of a token, never the token. Conditional, because consuming is: conditional and
 * plain writes to one row use different clocks.
 * @param ttl seconds
 */
export async function insertEmailToken(
  hash: string,
  token: EmailTokenRow,
  ttl: number,
): Promise<void> {
  await runLwt(
    `INSERT INTO email_tokens (token_hash, user_id, email, purpose, expires_at, name, password_hash)
      VALUES (?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS USING TTL ?`,
    [
      hash,
      token.userId,
      token.email,
      token.purpose,
      token.expiresAt,
      token.signUp?.name ?? null,
      token.signUp?.passwordHash ?? null,
      ttl,
    ],
  )
}

export async function readEmailToken(hash: string): Promise<EmailTokenRow | null> {
  const row = await runOne(
    `SELECT user_id, email, purpose, expires_at, consumed_at, name, password_hash FROM email_tokens
      WHERE token_hash = ?`,
    [hash],
  )
  if (!row?.user_id || !row.expires_at) return null
  return {
    userId: row.user_id.toString(),
    email: row.email,
    purpose: row.purpose,
    expiresAt: row.expires_at,
    consumedAt: row.consumed_at ?? null,
    signUp: row.password_hash ? { name: row.name, passwordHash: row.password_hash } : null,
  }
}

/**
 * Consumes a token: of concurrent calls one succeeds. The columns it writes get a full `ttl`, so that
 * they outlive the token.
 * @param by identifies this attempt, for `readConsumer`
 * @param ttl seconds
 * @throws DatabaseAway when the outcome is unknown: see `readConsumer`
 */
export async function consumeEmailToken(
  hash: string,
  by: string,
  at: Date,
  ttl: number,
): Promise<boolean> {
  const { applied } = await runLwt(
    `UPDATE email_tokens USING TTL ? SET consumed_at = ?, consumed_by = ? WHERE token_hash = ?
      IF consumed_by = null AND purpose != null`,
    [ttl, at, by, hash],
  )
  return applied
}

/** The attempt that consumed a token, after completing those in progress; null for none. */
export async function readConsumer(hash: string): Promise<string | null> {
  const row = await runSerial('SELECT consumed_by FROM email_tokens WHERE token_hash = ?', [hash])
  return row?.consumed_by?.toString() ?? null
}

/** Makes this the only valid token of the user for its purpose. @param ttl seconds */
export async function writeLatestToken(
  userId: string,
  purpose: TokenPurpose,
  hash: string,
  ttl: number,
): Promise<void> {
  await run(
    'INSERT INTO latest_token (user_id, purpose, token_hash) VALUES (?, ?, ?) USING TTL ?',
    [userId, purpose, hash, ttl],
  )
}

export async function readLatestToken(
  userId: string,
  purpose: TokenPurpose,
): Promise<string | null> {
  const row = await runOne(
    'SELECT token_hash FROM latest_token WHERE user_id = ? AND purpose = ?',
    [userId, purpose],
  )
  return row?.token_hash ?? null
}

export async function deleteLatestTokens(userId: string): Promise<void> {
  await run('DELETE FROM latest_token WHERE user_id = ?', [userId])
}
