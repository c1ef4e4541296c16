'use client'

import './globals.css'
import { Button } from '#components/ui/Button.tsx'
import { Page } from '#components/ui/Page.tsx'

/** Stands in for the whole document: even the frame around the pages could not be made. */
export default function GlobalErrorPage({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Not just now · Framewise</title>
        <Page width="reading">
          <div className="flex flex-col items-start gap-4 py-16">
            <h1 className="display text-4xl">The site could not be shown just now</h1>
            <p className="text-mute">Nothing you did is lost. Wait a moment, then try again.</p>
            <Button onClick={retry}>Try again</Button>
          </div>
        </Page>
      </body>
    </html>
  )
}
