/**
 * What a host reads in a pasted link: a video by the host's own id, with its key if it needs one, or
 * why the link names no video.
 */
export type LinkRead =
  | { ok: true; hostId: string; hostKey: string | null }
  | { ok: false; reason: string }

export type PastedUrl = {
  url: URL
  /** The host name without `www.`, `m.` or `music.`. */
  site: string
  /** The segments of the path, without empty ones. */
  parts: string[]
}

export function toPastedUrl(url: URL): PastedUrl {
  const site = url.hostname.replace(/^(www|m|music)\./, '')
  return { url, site, parts: url.pathname.split('/').filter(Boolean) }
}

export function found(hostId: string, hostKey: string | null = null): LinkRead {
  return { ok: true, hostId, hostKey }
}

/** @param reason shown to the owner who pasted the link */
export function refuse(reason: string): { ok: false; reason: string } {
  return { ok: false, reason }
}

/** Whether `site` is `domain` or below it. */
export function isWithin(site: string, domain: string): boolean {
  return site === domain || site.endsWith(`.${domain}`)
}
