'use client'

import { BareHeader } from '#components/ui/BareHeader.tsx'
import { ErrorContent, type ErrorProps } from '#components/ui/ErrorContent.tsx'

export default function ErrorPage(props: ErrorProps) {
  return (
    <>
      <BareHeader />
      <ErrorContent {...props} onward={{ href: '/', name: 'Go to the home page' }} />
    </>
  )
}
