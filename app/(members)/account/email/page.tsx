import type { Metadata } from 'next'
import Link from 'next/link'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requireLogin } from '#lib/auth/currentMember.ts'
import { changeMyEmail } from './actions.ts'
import { EmailForm } from './EmailForm.tsx'

export const metadata: Metadata = { title: 'Change your email' }

export default async function ChangeEmailPage() {
  const member = await requireLogin('/account/email')
  return (
    <Page width="form">
      <PageTitle title="Change your email" above={<Link href="/account">Your account</Link>} />
      <p className="wrap-anywhere">
        You log in with <strong>{member.email}</strong>.
      </p>
      <EmailForm action={changeMyEmail} email={member.email} />
    </Page>
  )
}
