import { randomBytes } from 'node:crypto'
import { readUserByEmail, writeDisabled, writeEmailVerified } from '#db/users.ts'
import { createUser } from './createUser.ts'
import { makeOwner } from './roles.ts'
import { inviteSchema } from './schemas.ts'

/**
 * Makes the user with this address an owner, creating the user when there is none. For the operator at
 * the machine, who is trusted: an unconfirmed address is confirmed, a disabled account enabled.
 * @returns the password of a new user; null for an existing one
 * @throws Error with a message when the address is malformed
 */
export async function appointOwner(text: string, now: Date): Promise<string | null> {
  const parsed = inviteSchema.safeParse({ email: text })
  if (!parsed.success) throw new Error(parsed.error.issues[0]?.message)
  const { email } = parsed.data
  const known = await readUserByEmail(email)
  if (!known) {
    const password = randomBytes(12).toString('base64url')
    await createUser({ email, password, role: 'owner', confirmed: true })
    return password
  }
  if (!known.emailVerifiedAt) await writeEmailVerified(known.id, email, now)
  if (known.disabledAt) await writeDisabled(known.id, null)
  const made = await makeOwner(known.id, now)
  if (!made.ok) throw new Error('The account was changed at the same time. Try again.')
  return null
}
