const BASE = 'http://own.invalid'
const MAX_URL_CHARS = 2000

/**
 * Where to redirect after a log-in: a path on this site, whatever `requested` is. An absolute URL is
 * accepted only when its origin is one of `ownOrigins`. Browser-safe.
 */
export function safePath(
  requested: unknown,
  ownOrigins: string[] = [],
  fallback = '/videos',
): string {
  if (typeof requested !== 'string' || requested.length > MAX_URL_CHARS) return fallback
  const origin = ownOrigins.find(
    (candidate) => requested === candidate || requested.startsWith(`${candidate}/`),
  )
  const path = origin ? requested.slice(origin.length) || '/' : requested
  if (!path.startsWith('/')) return fallback
  const url = parse(path)
  if (!url || url.origin !== BASE) return fallback
  const result = `${url.pathname}${url.search}${url.hash}`
  // `/.//evil.example` comes out of the parser as `//evil.example`.
  return result.startsWith('//') || isInternalPath(url.pathname) ? fallback : result
}

/** A redirect there would log out again, or show JSON. */
function isInternalPath(pathname: string): boolean {
  return pathname.startsWith('/api/') || pathname === '/login'
}

function parse(path: string): URL | null {
  return URL.canParse(path, BASE) ? new URL(path, BASE) : null
}
