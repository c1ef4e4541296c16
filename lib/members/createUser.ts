import type { z } from 'zod'
import { addUser, type User } from './addUser.ts'
import { newUserSchema } from './schemas.ts'

export type { User }

/**
 * Creates a user from the console or a script; sends no mail. The address is unconfirmed unless
 * `confirmed` is true; the default name is the address's local part.
 * @returns the user; `password` holds the hash and prints `[redacted]`
 * @throws Error when the address is taken; ZodError, without the password, when the input is invalid
 */
export async function createUser(input: z.input<typeof newUserSchema>): Promise<User> {
  const { email, password, name, role, confirmed } = newUserSchema.parse(input)
  const now = new Date()
  const added = await addUser({
    email,
    password,
    name: name ?? email.slice(0, email.indexOf('@')),
    role,
    emailVerifiedAt: confirmed ? now : null,
    now,
  })
  if (added.ok) return added.user
  throw new Error(
    added.reason === 'email-taken'
      ? `There is already a user with the address ${email}.`
      : 'Too many passwords are being hashed. Try again in a moment.',
  )
}
