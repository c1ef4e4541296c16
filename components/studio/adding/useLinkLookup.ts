import { useEffect, useState } from 'react'
import { parseLink } from '#lib/videos/parseLink.ts'
import type { Host } from '#lib/videos/video.ts'

/** What the server reports about a pasted link; `duplicate`: its video is already in the library. */
export type LinkLookup =
  | { status: 'idle' }
  | { status: 'found'; host: Host; src: string; poster: string | null }
  | { status: 'duplicate'; id: string; title: string }
  | { status: 'refused'; reason: string }

const DEBOUNCE_MS = 300

/** Looks up a link on the server, debounced, as soon as it can be parsed. */
export function useLinkLookup(text: string, isSigned: boolean): LinkLookup {
  const [lookup, setLookup] = useState<LinkLookup>({ status: 'idle' })

  useEffect(() => {
    setLookup({ status: 'idle' })
    if (!parseLink(text).ok) return
    const request = new AbortController()
    const timer = setTimeout(async () => {
      const next = await lookUp(text, isSigned, request.signal)
      if (!request.signal.aborted) setLookup(next)
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      request.abort()
    }
  }, [text, isSigned])

  return lookup
}

async function lookUp(text: string, isSigned: boolean, signal: AbortSignal): Promise<LinkLookup> {
  const query = new URLSearchParams({ link: text, ...(isSigned ? { signed: '1' } : {}) })
  try {
    const response = await fetch(`/api/videos/link?${query}`, { signal })
    const result = await response.json()
    if (!response.ok) return { status: 'refused', reason: REFUSALS[result.reason] ?? result.reason }
    return result.there ? { status: 'duplicate', ...result.there } : { status: 'found', ...result }
  } catch {
    return { status: 'refused', reason: 'The site is not responding. Try again in a moment.' }
  }
}

/** The API's refusal reasons, as messages for the owner. */
const REFUSALS: Record<string, string> = {
  'not-logged-in': 'You have been logged out.',
  'not-an-owner': 'Only owners can add videos.',
  'database-away': 'The database is not responding. Try again in a moment.',
}
