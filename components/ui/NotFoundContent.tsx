import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClass } from './buttonClass.ts'
import { Page } from './Page.tsx'

/** Where a page would be. @param children what else may help to find it */
export function NotFoundContent({ children }: { children?: ReactNode }) {
  return (
    <Page width="reading">
      <div className="flex flex-col items-start gap-4 py-16">
        <h1 className="display text-4xl">There is nothing at this address</h1>
        <p className="text-mute">
          It may have moved, it may be gone, or the address may have a letter too many.
        </p>
        {children}
        <Link href="/videos" className={buttonClass('primary')}>
          Go to the library
        </Link>
      </div>
    </Page>
  )
}
