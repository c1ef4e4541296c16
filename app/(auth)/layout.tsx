import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Page } from '#components/ui/Page.tsx'
import { SiteHeader } from '#components/ui/SiteHeader.tsx'

// Links in mails carry tokens in their address: no page below may hand it on as a Referer. With
// `no-referrer` browsers would send `Origin: null` with the forms, which we refuse.
export const metadata: Metadata = { referrer: 'strict-origin', robots: { index: false } }

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <Page width="form">{children}</Page>
    </>
  )
}
