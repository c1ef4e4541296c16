import { randomUUID } from 'node:crypto'
import {
  deleteUser,
  insertUser,
  readUser,
  readUserIdByEmail,
  releaseEmail,
  type UserRow,
} from '#db/users.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { Secret } from '#lib/auth/secret.ts'
import { claimEmailWithRetry } from './claimEmailWithRetry.ts'
import type { Role } from './member.ts'

/** A user on the server; `password` is the argon2id hash. */
export type User = UserRow & { password: Secret }

export type NewUser = {
  email: string
  password: Secret
  name: string
  role: Role
  emailVerifiedAt: Date | null
  now: Date
}

export type AddUserResult =
  | { ok: true; user: User }
  | { ok: false; reason: 'email-taken'; passwordHash: string }
  | { ok: false; reason: 'busy' }

/**
 * Adds a user with an unused address: inserts the row, then claims the address, and deletes the row
 * when the claim is lost. Hashing precedes the look-up, so that a known and a new address take the same
 * time.
 */
export async function addUser(input: NewUser): Promise<AddUserResult> {
  const hashed = await hashPassword(input.password)
  if (!hashed.ok) return hashed
  const user: UserRow = {
    id: randomUUID(),
    email: input.email,
    name: input.name,
    role: input.role,
    emailVerifiedAt: input.emailVerifiedAt,
    sessionEpoch: 0,
    disabledAt: null,
    createdAt: input.now,
  }
  const emailTaken = { ok: false, reason: 'email-taken', passwordHash: hashed.hash } as const
  const holder = await readUserIdByEmail(input.email)
  if (holder && (await readUser(holder))) return emailTaken
  // The process that deleted its user died before it released the address.
  if (holder) await releaseEmail(input.email, holder)
  await insertUser(user, hashed.hash)
  if (await claimEmailWithRetry(input.email, user.id)) {
    return { ok: true, user: { ...user, password: new Secret(hashed.hash) } }
  }
  await deleteUser(user.id)
  return emailTaken
}
