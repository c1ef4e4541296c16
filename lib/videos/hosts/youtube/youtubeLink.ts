import {
  found,
  isWithin,
  type LinkRead,
  type PastedUrl,
  refuse,
  toPastedUrl,
} from '#lib/videos/hosts/linkRead.ts'

const ID = /^[\w-]{11}$/
const DOMAINS = ['youtu.be', 'youtube.com', 'youtube-nocookie.com']
/** Path segments that are followed by an id. */
const BEFORE_ID = ['embed', 'shorts', 'live', 'v', 'e']

export function readYoutubeUrl({ url, site, parts }: PastedUrl): LinkRead | null {
  if (!DOMAINS.some((domain) => isWithin(site, domain))) return null
  const [kind = '', id = ''] = site === 'youtu.be' ? ['embed', ...parts] : parts
  const { searchParams } = url
  const target = searchParams.get('u')
  if (kind === 'attribution_link' && target) {
    const inner = URL.parse(`https://www.youtube.com${target}`)
    return inner && readYoutubeUrl(toPastedUrl(inner))
  }
  const isList =
    kind === 'playlist' || id === 'videoseries' || (kind === 'watch' && !searchParams.has('v'))
  if (isList && searchParams.has('list'))
    return refuse('This is a YouTube playlist. Open one of its videos and paste that link.')
  if (kind.startsWith('@') || ['channel', 'c', 'user'].includes(kind))
    return refuse('This is a YouTube channel. Open one of its videos and paste that link.')
  const videoId = BEFORE_ID.includes(kind) ? id : (searchParams.get('v') ?? '')
  if (!ID.test(videoId))
    return refuse('This link names no YouTube video. Copy it again: the id has 11 characters.')
  return found(videoId)
}

export function readYoutubeId(text: string): LinkRead | null {
  // Eleven digits alone are one of Vimeo's.
  return ID.test(text) && !/^\d+$/.test(text) ? found(text) : null
}
