'use client'

import { type ErrorProps, NotJustNow } from '#components/ui/NotJustNow.tsx'

/** Below the line above, which still leads everywhere. */
export default function StudioErrorPage(props: ErrorProps) {
  return <NotJustNow {...props} onward={{ href: '/studio', name: 'Go to the studio' }} />
}
