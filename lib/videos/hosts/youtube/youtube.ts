import type { HostFacts } from '#lib/videos/hosts/host.ts'
import { readYoutubeId, readYoutubeUrl } from './youtubeLink.ts'

export const youtube: HostFacts = {
  name: 'YouTube',
  precision: 'estimated',
  endErrorFrames: 2,
  supportsOurCaptions: false,
  origins: {
    scripts: ['https://www.youtube.com'],
    frames: ['https://www.youtube-nocookie.com'],
    images: ['https://i.ytimg.com'],
  },
  // This domain sets no cookies before the video is played.
  address: (id) => `https://www.youtube-nocookie.com/embed/${encodeURIComponent(id)}`,
  posterAddress: (id) => `https://i.ytimg.com/vi/${encodeURIComponent(id)}/hqdefault.jpg`,
  readUrl: readYoutubeUrl,
  readId: readYoutubeId,
}
