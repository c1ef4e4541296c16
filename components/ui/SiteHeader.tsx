import Link from 'next/link'
import { Brand } from './Brand.tsx'
import { buttonClass } from './buttonClass.ts'

type Props = { member?: { name: string } | null }

/** The header of the public pages. */
export function SiteHeader({ member = null }: Props) {
  return (
    <header className="border-b border-line">
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-2.5 sm:px-8">
        <Brand />
        <nav aria-label="Main" className="flex items-center gap-3">
          {member ? (
            <Link href="/videos" className={buttonClass('quiet')}>
              Library
            </Link>
          ) : (
            <Link href="/login" className={buttonClass('quiet')}>
              Log in
            </Link>
          )}
        </nav>
      </div>
    </header>
  )
}
