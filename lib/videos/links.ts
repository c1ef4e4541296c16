import type { Host } from './video.ts'

/** A video as its host names it. */
export type VideoLink = { host: Host; hostId: string; hostKey: string | null }
export type LinkResult = { ok: true; link: VideoLink } | { ok: false; reason: string }

/** The same video where it is said besides that it asks for a signature, which only Mux's do. */
export function asSigned(link: VideoLink, isSigned: boolean): VideoLink {
  return isSigned && link.host === 'mux' ? { ...link, hostKey: 'signed' } : link
}

const YOUTUBE_ID = /^[\w-]{11}$/
const VIMEO_ID = /^\d{6,12}$/
const VIMEO_HASH = /^[0-9a-f]{8,16}$/
const WISTIA_ID = /^[a-z0-9]{10}$/
const MUX_ID = /^[A-Za-z0-9]{20,128}$/
const FILE = /\.(mp4|m4v|webm)$/i
const LIST = /\.m3u8$/i

const UNKNOWN =
  'This is no link or id that is known here. Videos can be at YouTube, Vimeo, Wistia or Mux, or your own: upload them, or name a file in the media folder.'
const ELSEWHERE =
  'A file at another address cannot be played: its frames could not be told for certain. Upload it, or put it into the media folder and give its path.'

/**
 * The video that a link, an id, a path below the media folder or a piece of embed code means.
 * Nothing is asked of anyone: whether there is such a video shows when it is played.
 */
export function readLink(pasted: string): LinkResult {
  const text = (embeddedIn(pasted) ?? pasted).trim()
  if (text === '') return refuse('Paste a link, an id, or the path of a file.')
  const url = toUrl(text)
  return url ? readUrl(url) : readName(text)
}

/** What a piece of embed code is about. */
function embeddedIn(text: string): string | undefined {
  const wistia = /(?:wistia_async_|media-id=["'])([a-z0-9]{10})/.exec(text)?.[1]
  return wistia ?? /<iframe[^>]*\ssrc=["']([^"']+)["']/i.exec(text)?.[1]?.replaceAll('&amp;', '&')
}

/** @returns null for a name or a path. A link may come without its scheme. */
function toUrl(text: string): URL | null {
  if (/\s/.test(text)) return null
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')
  const isBare = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?\/./i.test(text)
  if (!isAddress && !isBare) return null
  return URL.parse(isAddress ? text.replace(/^\/\//, 'https://') : `https://${text}`)
}

function readUrl(url: URL): LinkResult {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse(UNKNOWN)
  const site = url.hostname.replace(/^(www|m|music)\./, '')
  const parts = url.pathname.split('/').filter(Boolean)
  if (site === 'youtu.be' || isOf(site, 'youtube.com') || isOf(site, 'youtube-nocookie.com'))
    return readYoutube(url, site === 'youtu.be' ? ['embed', ...parts] : parts)
  if (isOf(site, 'vimeo.com')) return readVimeo(url, parts)
  const onPage = url.searchParams.get('wvideo')
  if (onPage) return readWistia(['medias', onPage])
  if (isOf(site, 'wistia.com') || isOf(site, 'wistia.net') || isOf(site, 'wi.st'))
    return readWistia(parts)
  if (isOf(site, 'mux.com')) return readMux(url, site, parts)
  return refuse(FILE.test(url.pathname) || LIST.test(url.pathname) ? ELSEWHERE : UNKNOWN)
}

function readYoutube(url: URL, parts: string[]): LinkResult {
  const [kind = '', id = ''] = parts
  const inner = url.searchParams.get('u')
  if (kind === 'attribution_link' && inner) return readLink(`https://www.youtube.com${inner}`)
  const isList = kind === 'playlist' || id === 'videoseries' || (kind === 'watch' && !has(url, 'v'))
  if (isList && has(url, 'list'))
    return refuse('This is a playlist of YouTube. Open one of its videos and paste that link.')
  if (kind.startsWith('@') || ['channel', 'c', 'user'].includes(kind))
    return refuse('This is a channel of YouTube. Open one of its videos and paste that link.')
  const named = ['embed', 'shorts', 'live', 'v', 'e'].includes(kind) ? id : undefined
  const videoId = named ?? url.searchParams.get('v') ?? ''
  if (!YOUTUBE_ID.test(videoId))
    return refuse(
      'No video of YouTube is named in this link. Copy it again: its id has 11 letters.',
    )
  return found('youtube', videoId)
}

function readVimeo(url: URL, parts: string[]): LinkResult {
  if (parts.includes('event'))
    return refuse('This is a live event of Vimeo. When it is over, paste the link of its video.')
  const at = parts.findLastIndex((part) => VIMEO_ID.test(part))
  const id = parts[at] ?? ''
  const isCollection = ['album', 'showcase'].includes(parts[at - 1] ?? '')
  if (isCollection)
    return refuse('This is a showcase of Vimeo. Open one of its videos and paste that link.')
  if (at < 0) return refuse('No video of Vimeo is named in this link. Its id is a number.')
  const hash = url.searchParams.get('h') ?? parts[at + 1] ?? ''
  return found('vimeo', id, VIMEO_HASH.test(hash) ? hash : null)
}

function readWistia(parts: string[]): LinkResult {
  if (parts.includes('channel') || parts.includes('channels'))
    return refuse('This is a channel of Wistia. Open one of its videos and paste that link.')
  const at = parts.findLastIndex((part) => ['medias', 'iframe', 'm'].includes(part))
  const id = at < 0 ? '' : (parts[at + 1] ?? '').replace(/\.\w+$/, '')
  if (!WISTIA_ID.test(id))
    return refuse(
      'No video of Wistia is named in this link: its id has 10 letters, after /medias/.',
    )
  return found('wistia', id)
}

function readMux(url: URL, site: string, parts: string[]): LinkResult {
  if (site === 'dashboard.mux.com')
    return refuse('This is a page of Mux’s dashboard. Copy the playback id of the video from it.')
  const id = (parts[0] ?? '').replace(/\.\w+$/, '')
  if (!['stream.mux.com', 'player.mux.com', 'image.mux.com'].includes(site) || !MUX_ID.test(id))
    return refuse('No video of Mux is named in this link: it is https://stream.mux.com/ and an id.')
  const isSigned = has(url, 'token') || has(url, 'playback-token')
  return found('mux', id, isSigned ? 'signed' : null)
}

function readName(text: string): LinkResult {
  if (FILE.test(text) || LIST.test(text)) return readPath(text)
  if (VIMEO_ID.test(text)) return found('vimeo', text)
  if (WISTIA_ID.test(text)) return found('wistia', text)
  if (YOUTUBE_ID.test(text)) return found('youtube', text)
  if (MUX_ID.test(text)) return found('mux', text)
  return refuse(UNKNOWN)
}

function readPath(text: string): LinkResult {
  const path = text.replace(/^\/?media\//, '')
  const isPlain = path.split('/').every((name) => name !== '' && !/^\.|[\\\0]/.test(name))
  if (!isPlain)
    return refuse(
      'Give the path below the media folder, as in videos/storm.mp4: no name may begin with a dot.',
    )
  return found(LIST.test(path) ? 'hls' : 'file', path)
}

const isOf = (site: string, domain: string) => site === domain || site.endsWith(`.${domain}`)
const has = (url: URL, name: string) => url.searchParams.has(name)
const refuse = (reason: string): LinkResult => ({ ok: false, reason })

function found(host: Host, hostId: string, hostKey: string | null = null): LinkResult {
  return { ok: true, link: { host, hostId, hostKey } }
}
