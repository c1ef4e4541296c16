'use client'

import { useLinkStatus } from 'next/link'

/**
 * Inside a link: says that its page is awaited. Whoever looks sees what is still there step back
 * (`data-pending` in globals.css), should it take more than a moment. No page has a `loading.tsx`:
 * behind one, Next answers 200 before the page knows that it is a 404 or a redirect, and without
 * JavaScript the page itself never appears.
 */
export function Pending() {
  const { pending } = useLinkStatus()
  return pending ? <span data-pending="" hidden /> : null
}
