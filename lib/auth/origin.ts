import { env } from '#lib/env.ts'

export type SiteAddress = { NEXTAUTH_URL?: string | undefined; PORT: number }

/** The origins of this site: that of `NEXTAUTH_URL` when set, else `localhost` and `127.0.0.1`. */
export function ownOrigins({ NEXTAUTH_URL, PORT }: SiteAddress = env()): string[] {
  if (NEXTAUTH_URL) return [new URL(NEXTAUTH_URL).origin]
  return ['localhost', '127.0.0.1'].map((name) => new URL(`http://${name}:${PORT}`).origin)
}

/**
 * Whether a request that changes something comes from a page of this site. Takes both headers as sent;
 * a missing, foreign or `null` origin is not ours, nor is our origin at another host.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  own: SiteAddress = env(),
): boolean {
  if (!origin || !host || !ownOrigins(own).includes(origin)) return false
  return new URL(origin).host === host.toLowerCase()
}

/** The origin of links in mails: that of the request's host if it is ours, else the first. */
export function linkOrigin(host: string | undefined, own: SiteAddress = env()): string {
  const origins = ownOrigins(own)
  const requested = origins.find((origin) => new URL(origin).host === host?.toLowerCase())
  return requested ?? origins[0] ?? `http://localhost:${own.PORT}`
}

/** Whether the site is reached over https: then cookies are `__Host-` and Secure. */
export function isHttps(own: SiteAddress = env()): boolean {
  return ownOrigins(own).every((origin) => origin.startsWith('https://'))
}
