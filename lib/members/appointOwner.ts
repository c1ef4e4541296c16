import { randomBytes } from 'node:crypto'
import { readUserByEmail, writeDisabled, writeEmailVerified } from '#db/users.ts'
import { createUser } from './createUser.ts'
import { makeOwner } from './roles.ts'
import { inviteSchema } from './schemas.ts'

/**
 * Makes an owner of whoever has this address, or of somebody new. For whoever sits at the machine:
 * they may say whose address it is, and let an account in again.
 * @returns the password of somebody new, once; null for a member who was there.
 * @throws Error that says what is wrong with the address
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
  if (!made.ok) throw new Error('The account was changed at this very moment. Try again.')
  return null
}
