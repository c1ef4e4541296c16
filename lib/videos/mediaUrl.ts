import type { Video } from './video.ts'

/** Where an own film is delivered from, or null when its host delivers it. */
export function filmUrl(video: Video): string | null {
  return video.host === 'file' ? mediaUrl(video.hostId) : null
}

export function posterUrl(video: Video): string | null {
  return video.poster === null ? null : mediaUrl(video.poster)
}

const mediaUrl = (path: string) => `/media/${path.split('/').map(encodeURIComponent).join('/')}`
