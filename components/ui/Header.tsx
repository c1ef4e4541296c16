import Link from 'next/link'
import type { ReactNode } from 'react'
import { Brand } from './Brand.tsx'
import { initialsOf } from './initialsOf.ts'
import { NavLink } from './NavLink.tsx'
import { SearchForm } from './SearchForm.tsx'

type Props = {
  member: { name: string; role: 'member' | 'owner' }
  /** A form with a button, so that logging out works without JavaScript. */
  logOut: ReactNode
}

/** The header of all pages that need a log-in. */
export function Header({ member, logOut }: Props) {
  return (
    <header className="border-b border-line">
      <div className="flex flex-wrap items-center gap-x-7 gap-y-1 px-4 py-2.5 sm:px-8">
        <Brand href="/videos" />
        <nav
          aria-label="Main"
          className="flex items-center gap-6 max-sm:order-last max-sm:w-full sm:flex-1"
        >
          <NavLink href="/videos">Library</NavLink>
          <NavLink href="/history">History</NavLink>
          <span className="md:hidden">
            <NavLink href="/search">Search</NavLink>
          </span>
          {member.role === 'owner' ? <NavLink href="/studio">Studio</NavLink> : null}
        </nav>
        <div className="max-md:hidden">
          <SearchForm path="/search" name="q" label="Search videos" search="" shape="bare" />
        </div>
        <div className="flex items-center gap-4 max-sm:ml-auto">
          <Link
            href="/account"
            aria-label={`Your account, ${member.name}`}
            className="grid size-8 place-items-center rounded-full bg-line text-xs font-medium"
          >
            <span aria-hidden="true">{initialsOf(member.name)}</span>
          </Link>
          {logOut}
        </div>
      </div>
    </header>
  )
}
