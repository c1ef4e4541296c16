import type { ReactNode } from 'react'
import { AbandonedOutboxes } from '#components/player/AbandonedOutboxes.tsx'
import { Header } from '#components/ui/Header.tsx'
import { currentMember } from '#lib/auth/currentMember.ts'
import { LogOutForm } from './LogOutForm.tsx'

/** Renders the header. Each page authorizes its own reader: a layout is not rendered for every request. */
export default async function MembersLayout({ children }: { children: ReactNode }) {
  const member = await currentMember()
  return (
    <>
      {member ? <Header member={member} logOut={<LogOutForm />} /> : null}
      {member ? <AbandonedOutboxes memberId={member.id} /> : null}
      {children}
    </>
  )
}
