'use client'

import Link from 'next/link'
import { Button } from './Button.tsx'
import { buttonClass } from './buttonClass.ts'
import { Page } from './Page.tsx'

export type ErrorProps = { error: Error & { digest?: string }; retry: () => void }

type Props = ErrorProps & {
  /** A page to go to instead. */
  onward: { href: string; name: string }
}

/** Shown instead of a page that could not be rendered. */
export function ErrorContent({ error, retry, onward }: Props) {
  return (
    <Page width="reading">
      <div className="flex flex-col items-start gap-4 py-16">
        <h1 className="display text-4xl">This page could not be loaded</h1>
        <p className="text-mute">
          A service it depends on is not responding. What you watched is not lost. Wait a moment,
          then try again.
        </p>
        <div className="flex flex-wrap gap-3">
          <Button onClick={retry}>Try again</Button>
          <Link href={onward.href} className={buttonClass('quiet')}>
            {onward.name}
          </Link>
        </div>
        {error.digest ? (
          <p className="text-sm text-mute">
            If the problem persists, give the owner of this site the error code{' '}
            <span className="figures">{error.digest}</span>.
          </p>
        ) : null}
      </div>
    </Page>
  )
}
