import type { Metadata } from 'next'
import Link from 'next/link'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { recentAuthEvents } from '#lib/auth/authEvents.ts'
import { requireLogin } from '#lib/auth/currentMember.ts'
import { changeMyPassword, renameMe } from './actions.ts'
import { NameForm } from './NameForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { RecentActivity } from './RecentActivity.tsx'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const member = await requireLogin('/account')
  return (
    <Page width="form">
      <PageTitle title="Your account" />
      <section className="flex flex-col gap-1">
        <h2 className="text-sm font-medium">Email</h2>
        <p className="wrap-anywhere">{member.email}</p>
        <Link
          href="/account/email"
          className="text-sm text-accent-text underline underline-offset-4"
        >
          Change email
        </Link>
        {member.emailVerifiedAt ? null : (
          <Link href="/verify" className="text-sm text-accent-text underline underline-offset-4">
            Confirm your email
          </Link>
        )}
      </section>
      <NameForm action={renameMe} name={member.name} />
      <PasswordForm action={changeMyPassword} email={member.email} />
      <section className="flex flex-col gap-1 border-t border-line pt-6">
        <h2 className="display text-xl">Devices and sessions</h2>
        <Link
          href="/account/sessions"
          className="text-sm text-accent-text underline underline-offset-4"
        >
          See where you are logged in
        </Link>
      </section>
      <section className="flex flex-col gap-1 border-t border-line pt-6">
        <h2 className="display text-xl">Your data</h2>
        <a
          href="/account/data"
          download
          className="text-sm text-accent-text underline underline-offset-4"
        >
          Download my data
        </a>
        <Link
          href="/account/delete"
          className="text-sm text-accent-text underline underline-offset-4"
        >
          Delete my account
        </Link>
      </section>
      <RecentActivity events={await recentAuthEvents(member.id, 10, new Date())} />
    </Page>
  )
}
