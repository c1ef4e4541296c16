import { countUsers, readUser, readUsersAfter } from '#db/users.ts'
import { ttlCache } from '#lib/ttlCache.ts'
import { isUuid } from '#lib/uuid.ts'
import type { Member } from './member.ts'

export type ListedMember = Member & { createdAt: Date; disabledAt: Date | null }

export type MembersPage = {
  members: ListedMember[]
  /** The `after` of the next page; null on the last. */
  next: string | null
}

export const MEMBER_FILTERS = ['all', 'owners', 'unconfirmed', 'disabled'] as const

export type MemberQuery = {
  /** Part of a name or an address, in any case; empty for everyone. */
  search: string
  filter: (typeof MEMBER_FILTERS)[number]
}

const EVERYONE: MemberQuery = { search: '', filter: 'all' }

/** A page reads at most MAX_BATCHES batches; then it ends, however few members matched. */
const BATCH_SIZE = 1_000
const MAX_BATCHES = 20

/**
 * Members page by page, in token order: stable, but arbitrary.
 * @param after the `next` of the previous page; null or a malformed id for the first
 */
export async function listMembers(
  after: string | null,
  limit: number,
  query: MemberQuery = EVERYONE,
): Promise<MembersPage> {
  const isEveryone = query.search.trim() === '' && query.filter === 'all'
  const step = isEveryone ? limit + 1 : BATCH_SIZE
  const members: ListedMember[] = []
  let at = after && isUuid(after) ? after : null
  for (let steps = 0; steps < MAX_BATCHES; steps++) {
    const users = await readUsersAfter(at, step)
    for (const { sessionEpoch: _, ...user } of users) {
      if (!matchesQuery(user, query)) continue
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
  const matchesText = `${user.name}\n${user.email}`.toLowerCase().includes(text)
  return matchesText && matchesFilter[filter](user)
}

const matchesFilter: Record<MemberQuery['filter'], (user: ListedMember) => boolean> = {
  all: () => true,
  owners: ({ role }) => role === 'owner',
  unconfirmed: ({ emailVerifiedAt }) => emailVerifiedAt === null,
  disabled: ({ disabledAt }) => disabledAt !== null,
}

/** The number of members, cached for a minute: it reads all of them. */
export function countMembers(now: Date): Promise<number> {
  return ttlCache('members', 60, now, countUsers)
}

/** Names and addresses of members; unknown ids are left out. @param ids at most a few hundred */
export async function peopleOf(
  ids: string[],
): Promise<Map<string, Pick<Member, 'name' | 'email'>>> {
  const users = await Promise.all([...new Set(ids)].map(readUser))
  return new Map(users.flatMap((user) => (user ? [[user.id, user]] : [])))
}

/** Names of members, by id. */
export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  return new Map([...(await peopleOf(ids))].map(([id, { name }]) => [id, name]))
}
