import { escapePath } from '#lib/media/escapePath.ts'
import { muxToken } from './muxToken.ts'
import type { Host, Video } from './video.ts'

type HostedVideo = Pick<Video, 'host' | 'hostId' | 'hostKey'>

/** Where a video is found, by host: its pieces, or the page by which its host's player knows it. */
const addresses: Record<Host, (video: HostedVideo, now: number) => string> = {
  file: ({ hostId }) => mediaUrl(hostId),
  hls: ({ hostId }) => mediaUrl(hostId),
  mux: (video, now) => `https://stream.mux.com/${id(video)}.m3u8${signature(video, 'video', now)}`,
  // Without cookies, until it is played.
  youtube: (video) => `https://www.youtube-nocookie.com/embed/${id(video)}`,
  vimeo: (video) => `https://vimeo.com/${id(video)}${video.hostKey ? `/${video.hostKey}` : ''}`,
  wistia: (video) => `https://fast.wistia.com/medias/${id(video)}`,
}

/** For whoever may see the video: of a signed video of Mux it holds a token. Not for browsers to make. */
export function videoUrl(video: HostedVideo, now = Date.now()): string {
  return addresses[video.host](video, now)
}

/** The video in one file, which any `<video>` plays; null where there is none. */
export function fileUrl(video: HostedVideo & Pick<Video, 'sources'>): string | null {
  if (video.sources?.mp4) return mediaUrl(video.sources.mp4)
  return video.host === 'file' ? videoUrl(video) : null
}

export function posterUrl(
  video: HostedVideo & Pick<Video, 'poster'>,
  now = Date.now(),
): string | null {
  if (video.poster === null) return null
  if (!video.poster.startsWith('https://')) return mediaUrl(video.poster)
  return `${video.poster}${signature(video, 'thumbnail', now)}`
}

/** The same for guests, of a public video: our own picture has an address for them, too. */
export function publicPoster(video: HostedVideo & Pick<Video, 'id' | 'poster'>): string | null {
  const isOurs = video.poster !== null && !video.poster.startsWith('https://')
  return isOurs ? `/preview/${video.id}/picture` : posterUrl(video)
}

const id = ({ hostId }: HostedVideo) => encodeURIComponent(hostId)

function signature(
  { hostId, hostKey }: HostedVideo,
  what: 'video' | 'thumbnail',
  now: number,
): string {
  const token = hostKey === 'signed' ? muxToken(hostId, what, now) : null
  return token ? `?token=${token}` : ''
}

function mediaUrl(path: string): string {
  return `/media/${escapePath(path)}`
}
