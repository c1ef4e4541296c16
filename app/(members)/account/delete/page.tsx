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
        In 24 hours your account and your watch history will be permanently deleted. Anonymous view
        counts remain. Log in before then to keep your account.
      </p>
      {member.role === 'owner' ? (
        <p>
          You are an owner. Step down first, under{' '}
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
