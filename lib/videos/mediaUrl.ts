import type { Host, Video } from './video.ts'

/** Where a film is fetched from, by host; hosts that come with a player of their own have none. */
const addresses: Partial<Record<Host, (hostId: string) => string>> = {
  file: mediaUrl,
  hls: mediaUrl,
  mux: (playbackId) => `https://stream.mux.com/${encodeURIComponent(playbackId)}.m3u8`,
}

/** Origins besides ours that films come from: Mux hands out the pieces from several of its own. */
export const filmOrigins = ['https://*.mux.com']

export function filmUrl({ host, hostId }: Video): string | null {
  return addresses[host]?.(hostId) ?? null
}

export function posterUrl(video: Video): string | null {
  return video.poster === null ? null : mediaUrl(video.poster)
}

function mediaUrl(path: string): string {
  return `/media/${path.split('/').map(encodeURIComponent).join('/')}`
}
