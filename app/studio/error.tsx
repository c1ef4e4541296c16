'use client'

import { ErrorContent, type ErrorProps } from '#components/ui/ErrorContent.tsx'

/** Rendered below the header, whose links still work. */
export default function StudioErrorPage(props: ErrorProps) {
  return <ErrorContent {...props} onward={{ href: '/studio', name: 'Go to the studio' }} />
}
