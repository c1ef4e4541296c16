import { hostFacts } from './hosts/hostFacts.ts'
import { ownAddress } from './hosts/ownPath.ts'
import { signers } from './hosts/signers.ts'
import type { Video } from './video.ts'

type HostedVideo = Pick<Video, 'host' | 'hostId' | 'hostKey'>

/**
 * The address its host's player plays a video from. Server only: that of a private video holds a
 * token, so it may only reach those who may watch the video.
 * @param now ms since 1970
 */
export function videoUrl(video: HostedVideo, now = Date.now()): string {
  const { host, hostId, hostKey } = video
  return `${hostFacts[host].address(hostId, hostKey)}${signature(video, 'video', now)}`
}

/** The address of the whole video in one file, which any `<video>` plays; null if there is none. */
export function fileUrl(video: HostedVideo & Pick<Video, 'sources'>): string | null {
  if (video.sources?.mp4) return ownAddress(video.sources.mp4)
  return hostFacts[video.host].ownFiles === 'one' ? videoUrl(video) : null
}

/** @param now ms since 1970 */
export function posterUrl(
  video: HostedVideo & Pick<Video, 'poster'>,
  now = Date.now(),
): string | null {
  if (video.poster === null) return null
  if (!video.poster.startsWith('https://')) return ownAddress(video.poster)
  return `${video.poster}${signature(video, 'thumbnail', now)}`
}

/** The poster of a public video for guests, who cannot load `/media`. */
export function publicPoster(video: HostedVideo & Pick<Video, 'id' | 'poster'>): string | null {
  const isOurs = video.poster !== null && !video.poster.startsWith('https://')
  return isOurs ? `/preview/${video.id}/picture` : posterUrl(video)
}

/** The query that signs a link to a private video; empty for any other. */
function signature(
  { host, hostId, hostKey }: HostedVideo,
  what: 'video' | 'thumbnail',
  now: number,
): string {
  const token = hostKey === 'signed' ? signers[host]?.token(hostId, what, now) : null
  return token ? `?token=${token}` : ''
}
