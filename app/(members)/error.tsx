'use client'

import { type ErrorProps, NotJustNow } from '#components/ui/NotJustNow.tsx'

/** Below the line above, which still leads everywhere. */
export default function MembersErrorPage(props: ErrorProps) {
  return <NotJustNow {...props} onward={{ href: '/videos', name: 'Go to the library' }} />
}
