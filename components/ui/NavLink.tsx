'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Pending } from './Pending.tsx'

type Props = {
  href: string
  /** Not current on the pages below `href`. */
  exact?: boolean
  children: ReactNode
}

/** A link that is marked when its page is open. */
export function NavLink({ href, exact = false, children }: Props) {
  const path = usePathname()
  const isCurrent = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <Link
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className="py-1 text-sm text-mute transition-opacity duration-150 hover:text-text aria-[current]:font-medium aria-[current]:text-text"
    >
      {children}
      <Pending />
    </Link>
  )
}
