import { countUsers, readUser, readUsersAfter } from '#db/users.ts'
import { isUuid } from '#lib/uuid.ts'
import type { Member } from './member.ts'

export type ListedMember = Member & { createdAt: Date; disabledAt: Date | null }

export type MembersPage = {
  members: ListedMember[]
  /** Hand it back as `after` for the next page; null on the last. */
  next: string | null
}

/**
 * Members page by page, in the order of the database: steady, and of no meaning.
 * @param after the `next` of the page before, or null for the first page; so is anything that is no id
 */
export async function listMembers(after: string | null, limit: number): Promise<MembersPage> {
  const users = await readUsersAfter(after && isUuid(after) ? after : null, limit + 1)
  const shown = users.slice(0, limit)
  return {
    members: shown.map(({ sessionEpoch: _, ...user }) => user),
    next: users.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

export const countMembers = (): Promise<number> => countUsers()

/** Names and addresses of some members; an id that is gone has none. @param ids at most a few hundred */
export async function peopleOf(
  ids: string[],
): Promise<Map<string, Pick<Member, 'name' | 'email'>>> {
  const users = await Promise.all([...new Set(ids)].map(readUser))
  return new Map(users.flatMap((user) => (user ? [[user.id, user]] : [])))
}

/** Their names alone. */
export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  return new Map([...(await peopleOf(ids))].map(([id, { name }]) => [id, name]))
}
