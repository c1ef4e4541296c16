import type { HostFacts } from '#lib/videos/hosts/host.ts'
import { readMuxId, readMuxUrl } from './muxLink.ts'

// The segments of a video come from several subdomains.
const ANY = ['https://*.mux.com']

export const mux: HostFacts = {
  name: 'Mux',
  precision: 'exact',
  endErrorFrames: 0,
  supportsOurCaptions: true,
  origins: { requests: ANY, media: ANY, images: ['https://image.mux.com'] },
  hasSignedLinks: true,
  address: (id) => `https://stream.mux.com/${encodeURIComponent(id)}.m3u8`,
  posterAddress: (id) => `https://image.mux.com/${encodeURIComponent(id)}/thumbnail.jpg`,
  readUrl: readMuxUrl,
  readId: readMuxId,
}
