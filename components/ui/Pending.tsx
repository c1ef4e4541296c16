'use client'

import { useLinkStatus } from 'next/link'

/**
 * Inside a link: marks that its page is loading. If that takes a while, the current page is dimmed
 * (`data-pending` in globals.css). No page has a `loading.tsx`: with one, Next sends 200 before the
 * page can be a 404 or a redirect, and without JavaScript the page never appears.
 */
export function Pending() {
  const { pending } = useLinkStatus()
  return pending ? <span data-pending="" hidden /> : null
}
