'use client'

import './globals.css'
import { Button } from '#components/ui/Button.tsx'
import { Page } from '#components/ui/Page.tsx'

/** Replaces the whole document when the root layout itself fails. */
export default function GlobalErrorPage({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Error · Framewise</title>
        <Page width="reading">
          <div className="flex flex-col items-start gap-4 py-16">
            <h1 className="display text-4xl">Something went wrong</h1>
            <p className="text-mute">
              What you watched is not lost. Wait a moment, then try again.
            </p>
            <Button onClick={retry}>Try again</Button>
          </div>
        </Page>
      </body>
    </html>
  )
}
