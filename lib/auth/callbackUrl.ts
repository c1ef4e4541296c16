const BASE = 'http://own.invalid'

/**
 * Where to go after logging in: a path on this site, whatever was asked for. Whole addresses are
 * taken only when their origin is one of `own`. Browser-safe.
 */
export function safePath(asked: unknown, own: string[] = [], otherwise = '/videos'): string {
  if (typeof asked !== 'string' || asked.length > 2000) return otherwise
  const origin = own.find((candidate) => asked === candidate || asked.startsWith(`${candidate}/`))
  const path = origin ? asked.slice(origin.length) || '/' : asked
  if (!path.startsWith('/')) return otherwise
  const url = parse(path)
  if (!url || url.origin !== BASE) return otherwise
  const result = `${url.pathname}${url.search}${url.hash}`
  // `/.//evil.example` comes out of the parser as `//evil.example`.
  return result.startsWith('//') || isInternalPath(url.pathname) ? otherwise : result
}

/** Sent there after a log-in, people would be logged out again, or see JSON. */
function isInternalPath(pathname: string): boolean {
  return pathname.startsWith('/api/') || pathname === '/login'
}

function parse(path: string): URL | null {
  return URL.canParse(path, BASE) ? new URL(path, BASE) : null
}
