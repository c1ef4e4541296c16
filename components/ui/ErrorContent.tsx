'use client'

import Link from 'next/link'
import { Button } from './Button.tsx'
import { buttonClass } from './buttonClass.ts'
import { Page } from './Page.tsx'

export type ErrorProps = { error: Error & { digest?: string }; retry: () => void }

type Props = ErrorProps & {
  /** Where it is worth going instead. */
  onward: { href: string; name: string }
}

/** In the place of a page that could not be made. */
export function ErrorContent({ error, retry, onward }: Props) {
  return (
    <Page width="reading">
      <div className="flex flex-col items-start gap-4 py-16">
        <h1 className="display text-4xl">This page could not be made just now</h1>
        <p className="text-mute">
          Something behind it did not answer. Nothing you watched is lost. It often helps to wait a
          moment and try again.
        </p>
        <div className="flex flex-wrap gap-3">
          <Button onClick={retry}>Try again</Button>
          <Link href={onward.href} className={buttonClass('quiet')}>
            {onward.name}
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
