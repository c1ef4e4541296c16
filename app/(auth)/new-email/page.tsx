import type { Metadata } from 'next'
import Link from 'next/link'
import { TokenForm } from '#components/forms/auth/TokenForm.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { currentMember } from '#lib/auth/currentMember.ts'
import { confirmMyNewEmail } from './actions.ts'

export const metadata: Metadata = { title: 'Confirm your new email' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewEmailPage({ searchParams }: Props) {
  const { token } = await searchParams
  const member = await currentMember()
  return (
    <TokenForm
      action={confirmMyNewEmail}
      token={typeof token === 'string' ? token : ''}
      label="Confirm new email"
      done={<Done isLoggedIn={member !== null} />}
    >
      <PageTitle title="Confirm your new email" />
      <p>Confirm to log in with this address from now on. All other devices will be logged out.</p>
    </TokenForm>
  )
}

function Done({ isLoggedIn }: { isLoggedIn: boolean }) {
  return (
    <>
      <PageTitle title="Your email was changed" />
      <p role="status">Log in with the new address from now on.</p>
      <Link href={isLoggedIn ? '/account' : '/login'} className={buttonClass()}>
        {isLoggedIn ? 'Your account' : 'Log in'}
      </Link>
    </>
  )
}
