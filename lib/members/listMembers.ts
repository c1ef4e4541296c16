import { countUsers, readUser, readUsersAfter } from '#db/users.ts'
import { ttlCache } from '#lib/ttlCache.ts'
import { isUuid } from '#lib/uuid.ts'
import type { Member } from './member.ts'

export type ListedMember = Member & { createdAt: Date; disabledAt: Date | null }

export type MembersPage = {
  members: ListedMember[]
  /** Hand it back as `after` for the next page; null on the last. */
  next: string | null
}

export const MEMBER_FILTERS = ['all', 'owners', 'unconfirmed', 'disabled'] as const

export type MemberQuery = {
  /** Part of a name or an address, in any case; empty for everyone. */
  search: string
  filter: (typeof MEMBER_FILTERS)[number]
}

const EVERYONE: MemberQuery = { search: '', filter: 'all' }

/** A page looks through so many members at most; then it ends, however few it found. */
const BATCH_SIZE = 1_000
const MAX_BATCHES = 20

/**
 * Members page by page, in the order of the database: steady, and of no meaning.
 * @param after the `next` of the page before, or null for the first page; so is anything that is no id
 */
export async function listMembers(
  after: string | null,
  limit: number,
  wanted: MemberQuery = EVERYONE,
): Promise<MembersPage> {
  const isEveryone = wanted.search.trim() === '' && wanted.filter === 'all'
  const step = isEveryone ? limit + 1 : BATCH_SIZE
  const members: ListedMember[] = []
  let at = after && isUuid(after) ? after : null
  for (let steps = 0; steps < MAX_BATCHES; steps++) {
    const users = await readUsersAfter(at, step)
    for (const { sessionEpoch: _, ...user } of users) {
      if (!matchesQuery(user, wanted)) continue
      if (members.length === limit) return { members, next: members.at(-1)?.id ?? null }
      members.push(user)
    }
    at = users.at(-1)?.id ?? null
    if (users.length < step) return { members, next: null }
  }
  return { members, next: at }
}

function matchesQuery(user: ListedMember, { search, filter }: MemberQuery): boolean {
  const text = search.trim().toLowerCase()
  const isMeant = `${user.name}\n${user.email}`.toLowerCase().includes(text)
  return isMeant && matchesFilter[filter](user)
}

const matchesFilter: Record<MemberQuery['filter'], (user: ListedMember) => boolean> = {
  all: () => true,
  owners: ({ role }) => role === 'owner',
  unconfirmed: ({ emailVerifiedAt }) => emailVerifiedAt === null,
  disabled: ({ disabledAt }) => disabledAt !== null,
}

/** How many there are, at most a minute old: all of them are read for it. */
export function countMembers(now: Date): Promise<number> {
  return ttlCache('members', 60, now, countUsers)
}

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
