import { randomBytes } from 'node:crypto'
import { readUserIdByEmail } from '#db/users.ts'
import { createUser } from '#lib/members/createUser.ts'

export type Credentials = { email: string; password: string }

const OWNER = 'owner@framewise.example'
const MEMBER = 'member@framewise.example'

/** Makes the demo's people. @returns how to log in as them, or null when they are there already. */
export async function seedDemo(): Promise<{ owner: Credentials; member: Credentials } | null> {
  if (await readUserIdByEmail(OWNER)) return null
  const owner = { email: OWNER, password: newPassword() }
  const member = { email: MEMBER, password: newPassword() }
  await createUser({ ...member, name: 'Demo member', confirmed: true })
  await createUser({ ...owner, name: 'Demo owner', role: 'owner', confirmed: true })
  return { owner, member }
}

const newPassword = () => randomBytes(12).toString('base64url')
