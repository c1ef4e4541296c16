import type { HostFacts } from '#lib/videos/hosts/host.ts'
import { readWistiaEmbedCode, readWistiaId, readWistiaUrl } from './wistiaLink.ts'

const ANY = ['https://*.wistia.com', 'https://*.wistia.net']
const FAST = ['https://fast.wistia.com', 'https://fast.wistia.net']

export const wistia: HostFacts = {
  name: 'Wistia',
  precision: 'exact',
  endErrorFrames: 0,
  supportsOurCaptions: false,
  origins: { scripts: FAST, frames: FAST, requests: ANY, media: ANY, images: ANY },
  address: (id) => `https://fast.wistia.com/medias/${encodeURIComponent(id)}`,
  readUrl: readWistiaUrl,
  readId: readWistiaId,
  readEmbedCode: readWistiaEmbedCode,
}
