'use client'

import { ErrorContent, type ErrorProps } from '#components/ui/ErrorContent.tsx'

/** Below the line above, which still leads everywhere. */
export default function StudioErrorPage(props: ErrorProps) {
  return <ErrorContent {...props} onward={{ href: '/studio', name: 'Go to the studio' }} />
}
