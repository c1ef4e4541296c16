import { randomBytes } from 'node:crypto'
import { readUserByEmail, writePassword } from '#db/users.ts'
import { hashPassword } from '#lib/auth/password.ts'
import { Secret } from '#lib/auth/secret.ts'
import { createUser } from '#lib/members/createUser.ts'
import type { Role } from '#lib/members/member.ts'

export type Credentials = { id: string; email: string; password: string }

/** Makes a confirmed user with a password nobody has seen; one who is there gets a new password. */
export async function enrol(email: string, name: string, role: Role): Promise<Credentials> {
  const password = randomBytes(12).toString('base64url')
  const known = await readUserByEmail(email)
  if (!known) {
    const { id } = await createUser({ email, password, name, role, confirmed: true })
    return { id, email, password }
  }
  const hashed = await hashPassword(new Secret(password))
  if (!hashed.ok) throw new Error('Too many passwords are being hashed')
  const epoch = { from: known.sessionEpoch, to: known.sessionEpoch + 1 }
  await writePassword(known.id, hashed.hash, epoch)
  return { id: known.id, email, password }
}
