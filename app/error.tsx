'use client'

import { Brand } from '#components/ui/Brand.tsx'
import { type ErrorProps, NotJustNow } from '#components/ui/NotJustNow.tsx'

export default function ErrorPage(props: ErrorProps) {
  return (
    <>
      <header className="border-b border-line px-4 py-2.5 sm:px-8">
        <Brand />
      </header>
      <NotJustNow {...props} onward={{ href: '/', name: 'Go to the first page' }} />
    </>
  )
}
