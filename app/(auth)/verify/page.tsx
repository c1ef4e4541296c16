import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { sendItAgain } from '#app/(auth)/signup/actions.ts'
import { ResendForm } from '#components/forms/auth/ResendForm.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { currentMember } from '#lib/auth/currentMember.ts'
import { confirm } from './actions.ts'
import { ConfirmForm } from './ConfirmForm.tsx'

export const metadata: Metadata = { title: 'Confirm your email' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** With a token: a button, because mail programs open links too. Without: a form to request one. */
export default async function VerifyPage({ searchParams }: Props) {
  const { token } = await searchParams
  const member = await currentMember()
  if (typeof token === 'string' && token) {
    return (
      <ConfirmForm
        confirm={confirm}
        sendItAgain={sendItAgain}
        token={token}
        isLoggedIn={member !== null}
      />
    )
  }
  if (member?.emailVerifiedAt) redirect('/videos')
  return (
    <>
      <PageTitle title="Confirm your email" />
      <p>
        {member ? (
          <>
            We wrote to <strong className="wrap-anywhere">{member.email}</strong>. Open the link in
            the email to start watching.
          </>
        ) : (
          'Open the link in the email we sent you. If it is lost or expired, have a new one sent.'
        )}
      </p>
      <ResendForm action={sendItAgain} email={member?.email} />
      {member ? (
        <Link
          href="/account/email"
          className="text-sm text-accent-text underline underline-offset-4"
        >
          Wrong address? Correct it
        </Link>
      ) : null}
    </>
  )
}
