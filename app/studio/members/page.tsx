import type { Metadata } from 'next'
import Link from 'next/link'
import { several } from '#components/charts/numbers.ts'
import { MembersTable } from '#components/studio/MembersTable.tsx'
import { StudioNav } from '#components/studio/StudioNav.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireOwner } from '#lib/auth/currentMember.ts'
import { openInvitations } from '#lib/members/invite.ts'
import { countMembers, listMembers } from '#lib/members/listMembers.ts'
import { inviteSomeone } from './actions.ts'
import { Invitations } from './Invitations.tsx'
import { InviteForm } from './InviteForm.tsx'
import { MemberActions } from './MemberActions.tsx'

export const metadata: Metadata = { title: 'Members' }

const PAGE = 25

type Props = { searchParams: Promise<{ after?: string | string[] }> }

export default async function MembersPage({ searchParams }: Props) {
  const me = await requireOwner('/studio/members')
  const { after } = await searchParams
  const start = typeof after === 'string' ? after : null
  const [{ members, next }, all, invitations] = await Promise.all([
    listMembers(start, PAGE),
    countMembers(),
    openInvitations(new Date()),
  ])
  return (
    <Page>
      <PageTitle title="Members" above={several(all, 'member')}>
        <StudioNav />
      </PageTitle>
      <MembersTable
        members={members}
        actions={(member) => <MemberActions member={member} isMe={member.id === me.id} />}
      />
      {start || next ? (
        <nav aria-label="Pages" className="flex gap-3">
          {start ? (
            <Link href="/studio/members" className={buttonClass('quiet')}>
              First page
            </Link>
          ) : null}
          {next ? (
            <Link href={`/studio/members?after=${next}`} className={buttonClass('quiet')}>
              Next page
            </Link>
          ) : null}
        </nav>
      ) : null}
      <p className="text-sm">
        <Link href="/studio/members/mail" className="text-accent-text underline underline-offset-4">
          Mails that did not arrive
        </Link>
      </p>
      <section aria-labelledby="invite" className="flex flex-col gap-4 border-t border-line pt-6">
        <h2 id="invite" className="display text-xl">
          Invite someone
        </h2>
        <InviteForm action={inviteSomeone} />
        <Invitations invitations={invitations} />
      </section>
    </Page>
  )
}
