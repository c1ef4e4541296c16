import { file } from './file/file.ts'
import { hls } from './hls/hls.ts'
import type { HostFacts, Origins } from './host.ts'
import { mux } from './mux/mux.ts'
import { vimeo } from './vimeo/vimeo.ts'
import { wistia } from './wistia/wistia.ts'
import { youtube } from './youtube/youtube.ts'

/**
 * Every host, one line each. A pasted link belongs to the first one that recognises it; own files
 * come last, since any site may have a file. To add one: its folder here
 * and a line in this table, its player's folder and a line in `components/player/hosts/hostPlayers.ts`,
 * and for signed links a line in `signers.ts`. `docs/hosts.md` says more.
 */
const table = { youtube, vimeo, wistia, mux, file, hls } satisfies Record<string, HostFacts>

/** As it is stored with a video. */
export type Host = keyof typeof table

export const hostFacts: Record<Host, HostFacts> = table

export const hostNames = Object.keys(table) as Host[]

/** @returns the names of some hosts as a sentence lists them: `YouTube, Vimeo or Mux` */
export function listHosts(
  conjunction: 'and' | 'or',
  isListed: (facts: HostFacts) => boolean,
): string {
  const names = Object.values(hostFacts)
    .filter(isListed)
    .map(({ name }) => name)
  const last = names.pop() ?? ''
  return names.length > 0 ? `${names.join(', ')} ${conjunction} ${last}` : last
}

/** The origins of all hosts for one kind of resource. */
export function originsFor(kind: keyof Origins): string[] {
  return Object.values(hostFacts).flatMap(({ origins }) => origins[kind] ?? [])
}

/** Whether an address may be stored as the poster of a video of this host. */
export function isPictureOf(host: Host, address: string): boolean {
  const url = URL.parse(address)
  if (url?.protocol !== 'https:' || url.username || url.port) return false
  return (hostFacts[host].origins.images ?? []).some((origin) => {
    const site = origin.replace('https://', '')
    return site.startsWith('*.') ? url.hostname.endsWith(site.slice(1)) : url.hostname === site
  })
}
