import { escapePath } from '#lib/media/escapePath.ts'
import { muxToken } from './muxToken.ts'
import type { Host, Video } from './video.ts'

type Film = Pick<Video, 'host' | 'hostId' | 'hostKey'>

/** Where a film is found, by host: its pieces, or the page by which its host's player knows it. */
const addresses: Record<Host, (film: Film, now: number) => string> = {
  file: ({ hostId }) => mediaUrl(hostId),
  hls: ({ hostId }) => mediaUrl(hostId),
  mux: (film, now) => `https://stream.mux.com/${id(film)}.m3u8${signature(film, 'video', now)}`,
  // Without cookies, until it is played.
  youtube: (film) => `https://www.youtube-nocookie.com/embed/${id(film)}`,
  vimeo: (film) => `https://vimeo.com/${id(film)}${film.hostKey ? `/${film.hostKey}` : ''}`,
  wistia: (film) => `https://fast.wistia.com/medias/${id(film)}`,
}

/** For whoever may see the film: of a signed film of Mux it holds a token. Not for browsers to make. */
export function filmUrl(film: Film, now = Date.now()): string {
  return addresses[film.host](film, now)
}

/** The film in one file, which any `<video>` plays; null where there is none. */
export function fileUrl(video: Film & Pick<Video, 'sources'>): string | null {
  if (video.sources?.mp4) return mediaUrl(video.sources.mp4)
  return video.host === 'file' ? filmUrl(video) : null
}

export function posterUrl(video: Film & Pick<Video, 'poster'>, now = Date.now()): string | null {
  if (video.poster === null) return null
  if (!video.poster.startsWith('https://')) return mediaUrl(video.poster)
  return `${video.poster}${signature(video, 'thumbnail', now)}`
}

/** The same for guests, of a public film: our own picture has an address for them, too. */
export function publicPoster(video: Film & Pick<Video, 'id' | 'poster'>): string | null {
  const isOurs = video.poster !== null && !video.poster.startsWith('https://')
  return isOurs ? `/preview/${video.id}/picture` : posterUrl(video)
}

const id = ({ hostId }: Film) => encodeURIComponent(hostId)

function signature({ hostId, hostKey }: Film, what: 'video' | 'thumbnail', now: number): string {
  const token = hostKey === 'signed' ? muxToken(hostId, what, now) : null
  return token ? `?token=${token}` : ''
}

function mediaUrl(path: string): string {
  return `/media/${escapePath(path)}`
}
