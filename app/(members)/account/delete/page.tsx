import type { Metadata } from 'next'
import Link from 'next/link'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireLogin } from '#lib/auth/currentMember.ts'
import { deleteMyAccount } from './actions.ts'
import { DeleteForm } from './DeleteForm.tsx'

export const metadata: Metadata = { title: 'Delete your account' }

export default async function DeleteAccountPage() {
  const member = await requireLogin('/account/delete')
  return (
    <Page width="form">
      <PageTitle title="Delete your account" above={<Link href="/account">Your account</Link>} />
      <p>
        In 24 hours your account and all that is known of what you watched are deleted, for good.
        Counts that name nobody stay. Until then a log-in is enough to keep it.
      </p>
      {member.role === 'owner' ? (
        <p>
          You are an owner. First step down under{' '}
          <Link href="/studio/members" className="text-accent-text underline underline-offset-4">
            Members
          </Link>
          .
        </p>
      ) : (
        <DeleteForm action={deleteMyAccount} email={member.email} />
      )}
    </Page>
  )
}
