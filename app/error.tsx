'use client'

import Link from 'next/link'
import { Button } from '#components/ui/Button.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Page } from '#components/ui/Page.tsx'

type Props = { error: Error & { digest?: string }; retry: () => void }

export default function ErrorPage({ error, retry }: Props) {
  return (
    <Page width="reading">
      <div className="flex flex-col items-start gap-4 py-16">
        <h1 className="display text-4xl">This page could not be made just now</h1>
        <p className="text-mute">
          Something behind it did not answer. What you watched is kept and you are still logged in.
          It often helps to wait a moment and try again.
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
  )
}
