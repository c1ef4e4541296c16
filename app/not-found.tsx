import type { Metadata } from 'next'
import { LogOutForm } from '#app/(members)/LogOutForm.tsx'
import { BareHeader } from '#components/ui/BareHeader.tsx'
import { Header } from '#components/ui/Header.tsx'
import { NotFoundContent } from '#components/ui/NotFoundContent.tsx'
import { SearchForm } from '#components/ui/SearchForm.tsx'
import { currentMember } from '#lib/auth/currentMember.ts'

export const metadata: Metadata = { title: 'Not found' }

export default async function NotFound() {
  // Without a database the page is still a 404, shown as to a guest.
  const member = await currentMember().catch(() => null)
  if (!member)
    return (
      <>
        <BareHeader />
        <NotFoundContent />
      </>
    )
  return (
    <>
      <Header member={member} logOut={<LogOutForm />} />
      <NotFoundContent>
        <SearchForm path="/search" name="q" label="Search the library" search="" />
      </NotFoundContent>
    </>
  )
}
