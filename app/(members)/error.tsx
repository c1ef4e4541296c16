'use client'

import { ErrorContent, type ErrorProps } from '#components/ui/ErrorContent.tsx'

/** Below the line above, which still leads everywhere. */
export default function MembersErrorPage(props: ErrorProps) {
  return <ErrorContent {...props} onward={{ href: '/videos', name: 'Go to the library' }} />
}
