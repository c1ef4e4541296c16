'use client'

import Link from 'next/link'
import { Brand } from '#components/ui/Brand.tsx'
import { Button } from '#components/ui/Button.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Page } from '#components/ui/Page.tsx'

type Props = { error: Error & { digest?: string }; retry: () => void }

export default function ErrorPage({ error, retry }: Props) {
  return (
    <>
      <header className="border-b border-line px-4 py-2.5 sm:px-8">
        <Brand />
      </header>
      <Page width="reading">
        <div className="flex flex-col items-start gap-4 py-16">
          <h1 className="display text-4xl">This page could not be made just now</h1>
          <p className="text-mute">
            Something behind it did not answer. Nothing you watched is lost. It often helps to wait
            a moment and try again.
          </p>
          <div className="flex flex-wrap gap-3">
            <Button onClick={retry}>Try again</Button>
            <Link href="/" className={buttonClass('quiet')}>
              Go to the first page
            </Link>
          </div>
          {error.digest ? (
            <p className="text-sm text-mute">
              If it stays like this, tell whoever runs this site the number{' '}
              <span className="figures">{error.digest}</span>.
            </p>
          ) : null}
        </div>
      </Page>
    </>
  )
}
