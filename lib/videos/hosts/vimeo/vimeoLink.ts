import {
  found,
  isWithin,
  type LinkRead,
  type PastedUrl,
  refuse,
} from '#lib/videos/hosts/linkRead.ts'

const ID = /^\d{6,12}$/
/** Follows the id of an unlisted video. */
const HASH = /^[0-9a-f]{8,16}$/

export function readVimeoUrl({ url, site, parts }: PastedUrl): LinkRead | null {
  if (!isWithin(site, 'vimeo.com')) return null
  if (parts.includes('event'))
    return refuse('This is a live event on Vimeo. When it is over, paste the link of its video.')
  const index = parts.findLastIndex((part) => ID.test(part))
  if (['album', 'showcase'].includes(parts[index - 1] ?? ''))
    return refuse('This is a Vimeo showcase. Open one of its videos and paste that link.')
  const id = parts[index]
  if (id === undefined) return refuse('This link names no Vimeo video. The id is a number.')
  const hash = url.searchParams.get('h') ?? parts[index + 1] ?? ''
  return found(id, HASH.test(hash) ? hash : null)
}

export function readVimeoId(text: string): LinkRead | null {
  return ID.test(text) ? found(text) : null
}
