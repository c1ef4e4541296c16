import Link from 'next/link'
import { Brand } from './Brand.tsx'
import { buttonClass } from './buttonClass.ts'

/** The line above the pages anyone may read. */
export function SiteHeader() {
  return (
    <header className="border-b border-line">
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-2.5 sm:px-8">
        <Brand />
        <nav aria-label="Main" className="flex items-center gap-5">
          <Link href="/login" className="py-1 text-sm text-mute hover:text-text">
            Log in
          </Link>
          <Link href="/signup" className={buttonClass('quiet')}>
            Sign up
          </Link>
        </nav>
      </div>
    </header>
  )
}
