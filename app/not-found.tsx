import type { Metadata } from 'next'
import Link from 'next/link'
import { Brand } from '#components/ui/Brand.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Page } from '#components/ui/Page.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <>
      <header className="border-b border-line px-4 py-2.5 sm:px-8">
        <Brand />
      </header>
      <Page width="reading">
        <div className="flex flex-col items-start gap-4 py-16">
          <h1 className="display text-4xl">There is nothing at this address</h1>
          <p className="text-mute">
            It may have moved, it may be gone, or the address may have a letter too many.
          </p>
          <Link href="/videos" className={buttonClass('primary')}>
            Go to the library
          </Link>
        </div>
      </Page>
    </>
  )
}
