import { env } from '#lib/env.ts'

export type SiteAddress = { NEXTAUTH_URL?: string | undefined; PORT: number }

/**
 * The origins under which this site is itself: `NEXTAUTH_URL`'s when it is set, otherwise
 * `localhost` and `127.0.0.1` with the port.
 */
export function ownOrigins({ NEXTAUTH_URL, PORT }: SiteAddress = env()): string[] {
  if (NEXTAUTH_URL) return [new URL(NEXTAUTH_URL).origin]
  return ['localhost', '127.0.0.1'].map((name) => new URL(`http://${name}:${PORT}`).origin)
}

/**
 * Whether a request that changes something comes from a page of this site. Both headers as they
 * were sent; a missing, foreign or `null` origin is not ours, nor is our origin at another host.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  own: SiteAddress = env(),
): boolean {
  if (!origin || !host || !ownOrigins(own).includes(origin)) return false
  return new URL(origin).host === host.toLowerCase()
}

/** The origin that links in mails begin with: the one asked for if it is ours, else the first. */
export function linkOrigin(host: string | undefined, own: SiteAddress = env()): string {
  const origins = ownOrigins(own)
  const asked = origins.find((origin) => new URL(origin).host === host?.toLowerCase())
  return asked ?? origins[0] ?? `http://localhost:${own.PORT}`
}

/** Whether the site is reached over https: then cookies are `__Host-` and Secure. */
export function isHttps(own: SiteAddress = env()): boolean {
  return ownOrigins(own).every((origin) => origin.startsWith('https://'))
}
