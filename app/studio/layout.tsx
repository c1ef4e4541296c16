import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { LogOutForm } from '#app/(members)/LogOutForm.tsx'
import { Header } from '#components/ui/Header.tsx'
import { currentMember } from '#lib/auth/currentMember.ts'

export const metadata: Metadata = { title: { default: 'Studio', template: '%s · Studio' } }

/** The header. Each page checks by itself that the member is an owner. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const member = await currentMember()
  return (
    <>
      {member ? <Header member={member} logOut={<LogOutForm />} /> : null}
      {children}
    </>
  )
}
