'use client'

import { ErrorContent, type ErrorProps } from '#components/ui/ErrorContent.tsx'

/** Shown below the header, whose links still work. */
export default function MembersErrorPage(props: ErrorProps) {
  return <ErrorContent {...props} onward={{ href: '/videos', name: 'Go to the library' }} />
}
