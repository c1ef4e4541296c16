import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClass } from './buttonClass.ts'
import { Page } from './Page.tsx'

/** The content of the 404 page. @param children further ways to find the page, such as a search */
export function NotFoundContent({ children }: { children?: ReactNode }) {
  return (
    <Page width="reading">
      <div className="flex flex-col items-start gap-4 py-16">
        <h1 className="display text-4xl">Page not found</h1>
        <p className="text-mute">
          It may have been moved or deleted, or the address may be misspelled.
        </p>
        {children}
        <Link href="/videos" className={buttonClass('primary')}>
          Go to the library
        </Link>
      </div>
    </Page>
  )
}
