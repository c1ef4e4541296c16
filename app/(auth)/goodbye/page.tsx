import type { Metadata } from 'next'
import Link from 'next/link'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { PageTitle } from '#components/ui/PageTitle.tsx'

export const metadata: Metadata = { title: 'Goodbye' }

export default function GoodbyePage() {
  return (
    <>
      <PageTitle title="Goodbye" />
      <p role="status">
        Your account will be deleted in 24 hours, and you are logged out on all devices. If you
        change your mind, log in before then.
      </p>
      <Link href="/login" className={buttonClass('quiet')}>
        Log in to keep your account
      </Link>
    </>
  )
}
