import {
  found,
  isWithin,
  type LinkRead,
  type PastedUrl,
  refuse,
} from '#lib/videos/hosts/linkRead.ts'

const ID = /^[a-z0-9]{10}$/
const DOMAINS = ['wistia.com', 'wistia.net', 'wi.st']
/** Path segments that are followed by an id. */
const BEFORE_ID = ['medias', 'iframe', 'm']

export function readWistiaUrl({ url, site, parts }: PastedUrl): LinkRead | null {
  // Any site that embeds a video may link to it by this parameter.
  const parameter = url.searchParams.get('wvideo')
  if (parameter) return readId(parameter)
  if (!DOMAINS.some((domain) => isWithin(site, domain))) return null
  if (parts.includes('channel') || parts.includes('channels'))
    return refuse('This is a Wistia channel. Open one of its videos and paste that link.')
  const index = parts.findLastIndex((part) => BEFORE_ID.includes(part))
  return readId(index < 0 ? '' : (parts[index + 1] ?? ''))
}

export function readWistiaId(text: string): LinkRead | null {
  return ID.test(text) ? found(text) : null
}

export function readWistiaEmbedCode(html: string): LinkRead | null {
  const id = /(?:wistia_async_|media-id=["'])([a-z0-9]{10})/.exec(html)?.[1]
  return id ? found(id) : null
}

/** @param name an id, perhaps as a file name with an ending */
function readId(name: string): LinkRead {
  const id = name.replace(/\.\w+$/, '')
  if (ID.test(id)) return found(id)
  return refuse('This link names no Wistia video: the id has 10 characters and follows /medias/.')
}
