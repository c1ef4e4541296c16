import { type Row, run, runAll, runLwt, runOne, runSerial } from './client.ts'

/** A row of `users` without the password hash, which only `readPasswordHash` reads. */
export type UserRow = {
  id: string
  email: string
  name: string
  role: 'member' | 'owner'
  emailVerifiedAt: Date | null
  /** Sessions of an older epoch are invalid. */
  sessionEpoch: number
  disabledAt: Date | null
  createdAt: Date
}

const COLUMNS =
  'user_id, email, name, role, email_verified_at, session_epoch, disabled_at, created_at'

/*
 * Every write to `users` and `users_by_email` is conditional: plain and conditional writes to one row
 * use different clocks, and a plain UPDATE would recreate the row of a deleted user.
 */

export async function readUser(id: string): Promise<UserRow | null> {
  return toUser(await runOne(`SELECT ${COLUMNS} FROM users WHERE user_id = ?`, [id]))
}

export async function readUserIdByEmail(email: string): Promise<string | null> {
  const row = await runOne('SELECT user_id FROM users_by_email WHERE email = ?', [email])
  return row ? row.user_id.toString() : null
}

/** Two reads by key. @returns null also for an address that is claimed but not the user's own. */
export async function readUserByEmail(email: string): Promise<UserRow | null> {
  const id = await readUserIdByEmail(email)
  const user = id ? await readUser(id) : null
  return user?.email === email ? user : null
}

export async function readPasswordHash(id: string): Promise<string | null> {
  const row = await runOne('SELECT password_hash FROM users WHERE user_id = ?', [id])
  return row?.password_hash ?? null
}

/** Called before `claimEmail`: a crash in between never leaves an address claimed without a user. */
export async function insertUser(user: UserRow, passwordHash: string): Promise<void> {
  await runLwt(
    `INSERT INTO users (${COLUMNS}, password_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) IF NOT EXISTS`,
    [
      user.id,
      user.email,
      user.name,
      user.role,
      user.emailVerifiedAt,
      user.sessionEpoch,
      user.disabledAt,
      user.createdAt,
      passwordHash,
    ],
  )
}

/**
 * Claims an address for a user: of concurrent claims one succeeds.
 * @param seconds the claim's TTL; 0 for none
 * @throws DatabaseAway when the outcome is unknown: see `readEmailClaim`
 */
export async function claimEmail(email: string, userId: string, seconds = 0): Promise<boolean> {
  const { applied, row } = await runLwt(
    'INSERT INTO users_by_email (email, user_id) VALUES (?, ?) IF NOT EXISTS USING TTL ?',
    [email, userId, seconds],
  )
  return applied || row?.user_id?.toString() === userId
}

/** Releases an address if this user has claimed it. */
export async function releaseEmail(email: string, userId: string): Promise<void> {
  await runLwt('DELETE FROM users_by_email WHERE email = ? IF user_id = ?', [email, userId])
}

/** The id of the user who has claimed an address, after completing claims in progress. */
export async function readEmailClaim(email: string): Promise<string | null> {
  const row = await runSerial('SELECT user_id FROM users_by_email WHERE email = ?', [email])
  return row ? row.user_id.toString() : null
}

export async function deleteUser(id: string): Promise<void> {
  await runLwt('DELETE FROM users WHERE user_id = ? IF EXISTS', [id])
}

/** Deletes an unconfirmed user. @returns false when it was confirmed or changed meanwhile. */
export async function deleteUnconfirmed({
  id,
  email,
  sessionEpoch,
}: Pick<UserRow, 'id' | 'email' | 'sessionEpoch'>): Promise<boolean> {
  const { applied } = await runLwt(
    `DELETE FROM users WHERE user_id = ?
      IF email = ? AND email_verified_at = null AND session_epoch = ?`,
    [id, email, sessionEpoch],
  )
  return applied
}

/** @returns false when the user was deleted or has another address. */
export async function writeEmailVerified(id: string, email: string, at: Date): Promise<boolean> {
  const { applied } = await runLwt(
    'UPDATE users SET email_verified_at = ? WHERE user_id = ? IF email = ?',
    [at, id, email],
  )
  return applied
}

/**
 * Applies the data of a sign-up to an unconfirmed user.
 * @param verifiedAt null leaves the address unconfirmed
 * @returns false when the user was confirmed, changed or overwritten by another sign-up meanwhile
 */
export async function writeSignUp(
  user: Pick<UserRow, 'id' | 'email' | 'sessionEpoch'>,
  { name, passwordHash, epoch }: { name: string; passwordHash: string; epoch: number },
  verifiedAt: Date | null,
): Promise<boolean> {
  const { applied } = await runLwt(
    `UPDATE users SET name = ?, password_hash = ?, session_epoch = ?, email_verified_at = ?
      WHERE user_id = ? IF email = ? AND email_verified_at = null AND session_epoch = ?`,
    [name, passwordHash, epoch, verifiedAt, user.id, user.email, user.sessionEpoch],
  )
  return applied
}

/**
 * Writes another address, already claimed, and a new epoch, which ends all earlier sessions.
 * @param voidPassword deletes the password: the user sets another by mail
 * @returns false when the epoch was not `from`
 */
export async function writeEmail(
  id: string,
  { email, verifiedAt, voidPassword = false }: NewEmail,
  epoch: { from: number; to: number },
): Promise<boolean> {
  const clearPassword = voidPassword ? ', password_hash = null' : ''
  const { applied } = await runLwt(
    `UPDATE users SET email = ?, email_verified_at = ?, session_epoch = ?${clearPassword}
      WHERE user_id = ? IF session_epoch = ?`,
    [email, verifiedAt, epoch.to, id, epoch.from],
  )
  return applied
}

type NewEmail = { email: string; verifiedAt: Date; voidPassword?: boolean }

/**
 * Writes a new password and a new epoch, which ends all earlier sessions.
 * @returns false when the epoch was not `from`
 */
export async function writePassword(
  id: string,
  passwordHash: string,
  epoch: { from: number; to: number },
): Promise<boolean> {
  const { applied } = await runLwt(
    'UPDATE users SET password_hash = ?, session_epoch = ? WHERE user_id = ? IF session_epoch = ?',
    [passwordHash, epoch.to, id, epoch.from],
  )
  return applied
}

/** Writes a new epoch, which ends all earlier sessions. @returns false when it was not `from`. */
export async function writeEpoch(
  id: string,
  epoch: { from: number; to: number },
): Promise<boolean> {
  const { applied } = await runLwt(
    'UPDATE users SET session_epoch = ? WHERE user_id = ? IF session_epoch = ?',
    [epoch.to, id, epoch.from],
  )
  return applied
}

/** Replaces the hash of the same password, unless the password was changed meanwhile. */
export async function replacePasswordHash(id: string, from: string, to: string): Promise<void> {
  await runLwt('UPDATE users SET password_hash = ? WHERE user_id = ? IF password_hash = ?', [
    to,
    id,
    from,
  ])
}

export async function writeName(id: string, name: string): Promise<void> {
  await runLwt('UPDATE users SET name = ? WHERE user_id = ? IF EXISTS', [name, id])
}

export async function writeRole(id: string, role: UserRow['role']): Promise<void> {
  await runLwt('UPDATE users SET role = ? WHERE user_id = ? IF EXISTS', [role, id])
}

/** All owners. Scans the whole table (ALLOW FILTERING): only for rare operations. */
export async function readOwners(): Promise<UserRow[]> {
  const query = `SELECT ${COLUMNS} FROM users WHERE role = 'owner' ALLOW FILTERING`
  return (await runAll(query)).map(toUser).filter((user) => user !== null)
}

/** Disables the user from the next request on. @param at null enables the user again */
export async function writeDisabled(id: string, at: Date | null): Promise<void> {
  await runLwt('UPDATE users SET disabled_at = ? WHERE user_id = ? IF EXISTS', [at, id])
}

/** At most `limit` users in token order. @param after the id of the last one read; null to start */
export async function readUsersAfter(after: string | null, limit: number): Promise<UserRow[]> {
  const rows = after
    ? await run(`SELECT ${COLUMNS} FROM users WHERE token(user_id) > token(?) LIMIT ?`, [
        after,
        limit,
      ])
    : await run(`SELECT ${COLUMNS} FROM users LIMIT ?`, [limit])
  return rows.map(toUser).filter((user) => user !== null)
}

/** When users signed up and whether they are confirmed: at most `limit`, in token order. */
export async function readUserDates(
  limit: number,
): Promise<{ createdAt: Date; isConfirmed: boolean }[]> {
  const rows = await runAll('SELECT created_at, email_verified_at FROM users LIMIT ?', [limit])
  return rows
    .filter((row) => row.created_at)
    .map((row) => ({ createdAt: row.created_at, isConfirmed: Boolean(row.email_verified_at) }))
}

/** Scans the whole table: only for pages that are rarely opened. */
export async function countUsers(): Promise<number> {
  const row = await runOne('SELECT COUNT(created_at) AS users FROM users')
  return Number(row?.users ?? 0)
}

function toUser(row: Row | undefined): UserRow | null {
  if (!row?.created_at) return null
  return {
    id: row.user_id.toString(),
    email: row.email,
    name: row.name,
    role: row.role === 'owner' ? 'owner' : 'member',
    emailVerifiedAt: row.email_verified_at ?? null,
    sessionEpoch: row.session_epoch ?? 0,
    disabledAt: row.disabled_at ?? null,
    createdAt: row.created_at,
  }
}
