import { useEffect, useState } from 'react'
import { readLink } from '#lib/videos/links.ts'
import type { Host } from '#lib/videos/video.ts'

/** What the library says of a pasted link. */
export type LinkLookup =
  | { what: 'nothing' }
  | { what: 'video'; host: Host; src: string; poster: string | null }
  | { what: 'there'; id: string; title: string }
  | { what: 'refused'; reason: string }

/** ms without another letter after which a link is taken to be whole. */
const DEBOUNCE_MS = 300

/** Asks what a link means, as soon as it can mean something. */
export function useLinkLookup(text: string, isSigned: boolean): LinkLookup {
  const [found, setFound] = useState<LinkLookup>({ what: 'nothing' })

  useEffect(() => {
    setFound({ what: 'nothing' })
    if (!readLink(text).ok) return
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const next = await lookUp(text, isSigned, asking.signal)
      if (!asking.signal.aborted) setFound(next)
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [text, isSigned])

  return found
}

async function lookUp(text: string, isSigned: boolean, signal: AbortSignal): Promise<LinkLookup> {
  const query = new URLSearchParams({ link: text, ...(isSigned ? { signed: '1' } : {}) })
  try {
    const answer = await fetch(`/api/videos/link?${query}`, { signal })
    const told = await answer.json()
    if (!answer.ok) return { what: 'refused', reason: reasons[told.reason] ?? told.reason }
    return told.there ? { what: 'there', ...told.there } : { what: 'video', ...told }
  } catch {
    return { what: 'refused', reason: 'The site does not answer just now.' }
  }
}

/** Short answers of every read, in words. */
const reasons: Record<string, string> = {
  'not-logged-in': 'You are not logged in any more.',
  'not-an-owner': 'Only owners add videos.',
  'database-away': 'The database does not answer just now.',
}
