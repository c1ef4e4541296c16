import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { LogOutForm } from '#app/(members)/LogOutForm.tsx'
import { Header } from '#components/ui/Header.tsx'
import { Page } from '#components/ui/Page.tsx'
import { SiteHeader } from '#components/ui/SiteHeader.tsx'
import { currentMember } from '#lib/auth/currentMember.ts'

// URLs from mails contain tokens, which must not be sent as Referer. With `no-referrer` browsers would
// send `Origin: null` with the forms, which we refuse.
export const metadata: Metadata = { referrer: 'strict-origin', robots: { index: false } }

/** Unconfirmed members are redirected here, and must be able to log out. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const member = await currentMember()
  return (
    <>
      {member ? <Header member={member} logOut={<LogOutForm />} /> : <SiteHeader />}
      <Page width="form">{children}</Page>
    </>
  )
}
