import { randomBytes } from 'node:crypto'
import { readUserByEmail, writePassword } from '#db/users.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { Secret } from '#lib/auth/secret.ts'
import { createUser } from '#lib/members/createUser.ts'
import type { Role } from '#lib/members/member.ts'

export type Credentials = { id: string; email: string; password: string }

/** Creates a confirmed user with a random password; a user who exists gets a new password. */
export async function createOrResetUser(
  email: string,
  name: string,
  role: Role,
): Promise<Credentials> {
  const password = randomBytes(12).toString('base64url')
  const existing = await readUserByEmail(email)
  if (!existing) {
    const { id } = await createUser({ email, password, name, role, confirmed: true })
    return { id, email, password }
  }
  const hashed = await hashPassword(new Secret(password))
  if (!hashed.ok) throw new Error('Too many passwords are being hashed')
  const epoch = { from: existing.sessionEpoch, to: existing.sessionEpoch + 1 }
  await writePassword(existing.id, hashed.hash, epoch)
  return { id: existing.id, email, password }
}
