import { run, runLwt, runOne, runSerial } from './client.ts'

export type TokenPurpose = 'confirm' | 'reset'

/** What a sign-up asked for: it counts once its own mail is confirmed. */
export type SignUp = { name: string; passwordHash: string }

export type EmailTokenRow = {
  userId: string
  /** The address the mail went to; worth nothing once the user has another. */
  email: string
  purpose: TokenPurpose
  expiresAt: Date
  consumedAt: Date | null
  signUp: SignUp | null
}

/** Only the hash is known here. Conditional, because consuming is: the two share a row and a clock. */
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
 * Consumes a token: of any number at the same time one succeeds. The mark is kept for a whole `ttl`
 * from now, so that it outlives the token it marks.
 * @param by names this try, so that it knows its own mark again.
 * @throws DatabaseAway when the outcome is unknown: see `readConsumer`.
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

/** Which try consumed a token, after every one that was still on its way. */
export async function readConsumer(hash: string): Promise<string | null> {
  const row = await runSerial('SELECT consumed_by FROM email_tokens WHERE token_hash = ?', [hash])
  return row?.consumed_by?.toString() ?? null
}

/** From now on only this token of its purpose is good: the ones before it are over. */
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
