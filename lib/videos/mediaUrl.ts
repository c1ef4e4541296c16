import type { Host, Video } from './video.ts'

type Film = Pick<Video, 'host' | 'hostId' | 'hostKey'>

/**
 * Where a film is found, by host: its pieces, or the page by which its host's own player knows it.
 * A key is what a host wants to be told besides: Vimeo's hash of an unlisted film.
 */
const addresses: Record<Host, (hostId: string, key: string | null) => string> = {
  file: mediaUrl,
  hls: mediaUrl,
  mux: (id) => `https://stream.mux.com/${encodeURIComponent(id)}.m3u8`,
  // Without cookies, until it is played.
  youtube: (id) => `https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}`,
  vimeo: (id, hash) => `https://vimeo.com/${encodeURIComponent(id)}${hash ? `/${hash}` : ''}`,
  wistia: (id) => `https://fast.wistia.com/medias/${encodeURIComponent(id)}`,
}

export function filmUrl({ host, hostId, hostKey }: Film): string {
  return addresses[host](hostId, hostKey)
}

/** The film in one file, which any `<video>` plays; null where there is none. */
export function fileUrl(video: Film & Pick<Video, 'sources'>): string | null {
  if (video.sources?.mp4) return mediaUrl(video.sources.mp4)
  return video.host === 'file' ? filmUrl(video) : null
}

export function posterUrl({ poster }: Pick<Video, 'poster'>): string | null {
  if (poster === null) return null
  return poster.startsWith('https://') ? poster : mediaUrl(poster)
}

function mediaUrl(path: string): string {
  return `/media/${path.split('/').map(encodeURIComponent).join('/')}`
}
