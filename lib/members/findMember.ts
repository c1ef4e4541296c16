import { readUser } from '#db/users.ts'
import { isUuid } from '#lib/uuid.ts'
import type { ListedMember } from './listMembers.ts'

/** @returns null for an unknown or malformed id. @throws DatabaseAway */
export async function findMember(id: string): Promise<ListedMember | null> {
  const user = isUuid(id) ? await readUser(id) : null
  if (!user) return null
  const { sessionEpoch: _, ...member } = user
  return member
}
