import { type Host, hostFacts, hostNames, listHosts } from './hosts/hostFacts.ts'
import { type LinkRead, refuse, toPastedUrl } from './hosts/linkRead.ts'

/** A video by its host's own id. */
export type VideoLink = { host: Host; hostId: string; hostKey: string | null }
export type LinkResult = { ok: true; link: VideoLink } | { ok: false; reason: string }

const UNKNOWN = `This is not a link or an id of a supported host. Videos can be on ${listHosts('or', ({ ownFiles }) => !ownFiles)}, or your own: upload them, or name a file in the media folder.`

/** Marks a link as one that needs a signature, if its host has such videos. */
export function asSigned(link: VideoLink, isSigned: boolean): VideoLink {
  return isSigned && hostFacts[link.host].hasSignedLinks ? { ...link, hostKey: 'signed' } : link
}

/**
 * The video named by a link, an id, a path below the media folder or a piece of embed code. Makes
 * no request: whether the video exists shows when it is played.
 */
export function parseLink(pasted: string): LinkResult {
  const embedded = firstRead((host) => hostFacts[host].readEmbedCode?.(pasted) ?? null)
  if (embedded) return embedded
  const text = (iframeAddress(pasted) ?? pasted).trim()
  if (text === '') return refuse('Paste a link, an id, or the path of a file.')
  const url = toUrl(text)
  if (!url) return firstRead((host) => hostFacts[host].readId(text)) ?? refuse(UNKNOWN)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse(UNKNOWN)
  const address = toPastedUrl(url)
  return firstRead((host) => hostFacts[host].readUrl(address)) ?? refuse(UNKNOWN)
}

/** What the first host that recognises it says of a pasted text. */
function firstRead(read: (host: Host) => LinkRead | null): LinkResult | null {
  for (const host of hostNames) {
    const answer = read(host)
    if (!answer) continue
    if (!answer.ok) return answer
    return { ok: true, link: { host, hostId: answer.hostId, hostKey: answer.hostKey } }
  }
  return null
}

function iframeAddress(html: string): string | undefined {
  return /<iframe[^>]*\ssrc=["']([^"']+)["']/i.exec(html)?.[1]?.replaceAll('&amp;', '&')
}

/** @returns null for an id or a path. A link may come without its scheme. */
function toUrl(text: string): URL | null {
  if (/\s/.test(text)) return null
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')
  const isBare = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?\/./i.test(text)
  if (!isAddress && !isBare) return null
  return URL.parse(isAddress ? text.replace(/^\/\//, 'https://') : `https://${text}`)
}
