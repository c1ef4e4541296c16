import type { Host, Precision } from './video.ts'

/** What a page may load from where, so that videos of a host can be shown in it. */
type Origins = {
  scripts: string[]
  frames: string[]
  /** Whatever a script asks for. */
  requests: string[]
  videos: string[]
  pictures: string[]
}

export type HostFacts = {
  /** As people write it. */
  name: string
  precision: Precision
  /**
   * Frames by which the end of a stretch was off at 30 a second, at most, each time it was
   * measured: `docs/precision.md`.
   */
  endError: number
  /** Whether our captions can be shown with its videos; players of hosts have their own. */
  takesCaptions: boolean
  /** Besides ours. */
  origins: Partial<Origins>
  /** Where the picture of a video lies, if its name says so. */
  pictureAt?: (hostId: string) => string
}

/** All that is known of the hosts outside the player. One place, so that a new host is one more. */
export const hostFacts: Record<Host, HostFacts> = {
  file: { name: 'Own file', precision: 'exact', endError: 0, takesCaptions: true, origins: {} },
  hls: { name: 'Own HLS', precision: 'exact', endError: 0, takesCaptions: true, origins: {} },
  mux: {
    name: 'Mux',
    precision: 'exact',
    endError: 0,
    takesCaptions: true,
    origins: {
      // It hands out the pieces of a video from several of its own.
      requests: ['https://*.mux.com'],
      videos: ['https://*.mux.com'],
      pictures: ['https://image.mux.com'],
    },
    pictureAt: (id) => `https://image.mux.com/${encodeURIComponent(id)}/thumbnail.jpg`,
  },
  youtube: {
    name: 'YouTube',
    precision: 'estimated',
    endError: 2,
    takesCaptions: false,
    origins: {
      scripts: ['https://www.youtube.com'],
      frames: ['https://www.youtube-nocookie.com'],
      pictures: ['https://i.ytimg.com'],
    },
    pictureAt: (id) => `https://i.ytimg.com/vi/${encodeURIComponent(id)}/hqdefault.jpg`,
  },
  vimeo: {
    name: 'Vimeo',
    precision: 'estimated',
    endError: 3,
    takesCaptions: false,
    origins: {
      frames: ['https://player.vimeo.com'],
      requests: ['https://vimeo.com'],
      pictures: ['https://i.vimeocdn.com'],
    },
  },
  wistia: {
    name: 'Wistia',
    precision: 'exact',
    endError: 0,
    takesCaptions: false,
    origins: {
      scripts: ['https://fast.wistia.com', 'https://fast.wistia.net'],
      frames: ['https://fast.wistia.com', 'https://fast.wistia.net'],
      requests: ['https://*.wistia.com', 'https://*.wistia.net'],
      videos: ['https://*.wistia.com', 'https://*.wistia.net'],
      pictures: ['https://*.wistia.com', 'https://*.wistia.net'],
    },
  },
}

/** Every origin that videos need for one purpose, of all hosts. */
export function originsFor(purpose: keyof Origins): string[] {
  return Object.values(hostFacts).flatMap(({ origins }) => origins[purpose] ?? [])
}

/** Whether a picture of this address may stand for a video of this host. */
export function isPictureOf(host: Host, address: string): boolean {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' || url.username || url.port) return false
  return (hostFacts[host].origins.pictures ?? []).some((origin) => {
    const site = origin.replace('https://', '')
    return site.startsWith('*.') ? url.hostname.endsWith(site.slice(1)) : url.hostname === site
  })
}
