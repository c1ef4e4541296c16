import type { Metadata } from 'next'
import Link from 'next/link'
import { MembersTable } from '#components/studio/MembersTable.tsx'
import { StudioNav } from '#components/studio/StudioNav.tsx'
import { Chips } from '#components/ui/Chips.tsx'
import { CursorPagination } from '#components/ui/CursorPagination.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { SearchForm } from '#components/ui/SearchForm.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { pluralize } from '#lib/format/numbers.ts'
import { openInvitations } from '#lib/members/invite.ts'
import { countMembers, listMembers, MEMBER_FILTERS } from '#lib/members/listMembers.ts'
import { inviteMember } from './actions.ts'
import { Invitations } from './Invitations.tsx'
import { InviteForm } from './InviteForm.tsx'
import { MemberActions } from './MemberActions.tsx'

export const metadata: Metadata = { title: 'Members' }

const MEMBERS_PER_PAGE = 25

const filters = { all: 'All', owners: 'Owners', unconfirmed: 'Unconfirmed', disabled: 'Disabled' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function MembersPage({ searchParams }: Props) {
  const me = await requireOwner('/studio/members')
  const query = await searchParams
  const start = typeof query.after === 'string' ? query.after : null
  const search = typeof query.search === 'string' ? query.search.slice(0, 200) : ''
  const filter = MEMBER_FILTERS.find((each) => each === query.filter) ?? 'all'
  const hrefOf = (change: Record<string, string>) =>
    `/studio/members?${new URLSearchParams({ search, filter, ...change })}`
  const now = new Date()
  const [{ members, next }, all, invitations] = await Promise.all([
    listMembers(start, MEMBERS_PER_PAGE, { search, filter }),
    countMembers(now),
    openInvitations(now),
  ])
  return (
    <Page>
      <PageTitle title="Members" above={pluralize(all, 'member')}>
        <StudioNav />
      </PageTitle>
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3">
        <Chips
          label="Filter members"
          chips={MEMBER_FILTERS.map((each) => ({
            name: filters[each],
            href: hrefOf({ filter: each }),
            isCurrent: each === filter,
          }))}
        />
        <SearchForm path="/studio/members" label="Name or email" search={search}>
          <input type="hidden" name="filter" value={filter} />
        </SearchForm>
      </div>
      {members.length > 0 ? (
        <MembersTable
          members={members}
          actions={(member) => <MemberActions member={member} isMe={member.id === me.id} />}
        />
      ) : (
        <EmptyState
          title="No members found"
          action={
            <Link href="/studio/members" className="link">
              Show all members
            </Link>
          }
        >
          {next
            ? 'No match so far. The next page searches more members.'
            : 'No member matches this filter.'}
        </EmptyState>
      )}
      <CursorPagination first={start && hrefOf({})} next={next && hrefOf({ after: next })} />
      <p className="text-sm">
        <Link href="/studio/members/mail" className="text-accent-text underline underline-offset-4">
          Undelivered emails
        </Link>
      </p>
      <section aria-labelledby="invite" className="flex flex-col gap-4 border-t border-line pt-6">
        <h2 id="invite" className="display text-xl">
          Invite a member
        </h2>
        <InviteForm action={inviteMember} />
        <Invitations invitations={invitations} />
      </section>
    </Page>
  )
}
