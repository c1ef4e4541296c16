import {
  found,
  isWithin,
  type LinkRead,
  type PastedUrl,
  refuse,
} from '#lib/videos/hosts/linkRead.ts'

const ID = /^[A-Za-z0-9]{20,128}$/
const SITES = ['stream.mux.com', 'player.mux.com', 'image.mux.com']

export function readMuxUrl({ url, site, parts }: PastedUrl): LinkRead | null {
  if (!isWithin(site, 'mux.com')) return null
  if (site === 'dashboard.mux.com')
    return refuse('This is a page of the Mux dashboard. Copy the video’s playback id from it.')
  const id = (parts[0] ?? '').replace(/\.\w+$/, '')
  if (!SITES.includes(site) || !ID.test(id))
    return refuse('This link names no Mux video: it is https://stream.mux.com/ and a playback id.')
  const isSigned = url.searchParams.has('token') || url.searchParams.has('playback-token')
  return found(id, isSigned ? 'signed' : null)
}

export function readMuxId(text: string): LinkRead | null {
  return ID.test(text) ? found(text) : null
}
