import type { HostFacts } from '#lib/videos/hosts/host.ts'
import { readVimeoId, readVimeoUrl } from './vimeoLink.ts'

export const vimeo: HostFacts = {
  name: 'Vimeo',
  precision: 'estimated',
  endErrorFrames: 3,
  supportsOurCaptions: false,
  origins: {
    frames: ['https://player.vimeo.com'],
    requests: ['https://vimeo.com'],
    images: ['https://i.vimeocdn.com'],
  },
  // The key is the hash of an unlisted video.
  address: (id, hash) => `https://vimeo.com/${encodeURIComponent(id)}${hash ? `/${hash}` : ''}`,
  readUrl: readVimeoUrl,
  readId: readVimeoId,
}
