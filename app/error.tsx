'use client'

import { BareHeader } from '#components/ui/BareHeader.tsx'
import { type ErrorProps, NotJustNow } from '#components/ui/NotJustNow.tsx'

export default function ErrorPage(props: ErrorProps) {
  return (
    <>
      <BareHeader />
      <NotJustNow {...props} onward={{ href: '/', name: 'Go to the first page' }} />
    </>
  )
}
