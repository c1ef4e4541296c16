import type { IncomingMessage } from 'node:http'

/** The path of a request, without its query. */
export function pathOf(req: IncomingMessage): string {
  return (req.url ?? '/').split('?', 1)[0] ?? '/'
}

/**
 * Whether it is a path with valid percent-encoding. For `*` and ids like `%ff` Next answers 500, and for
 * `http://elsewhere/videos` it redirects there.
 */
export function isValidPath(path: string): boolean {
  try {
    decodeURIComponent(path)
    return path.startsWith('/')
  } catch {
    return false
  }
}

export function isReadOnly(req: IncomingMessage): boolean {
  return req.method === 'GET' || req.method === 'HEAD'
}

const ROUTED_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH'])

/** Whether a route can handle the method: Next answers TRACE with 500, others with 400. */
export function isRoutedMethod(req: IncomingMessage): boolean {
  return ROUTED_METHODS.has(req.method ?? '')
}

/** Whether a page is requested, by the browser or by Next's client-side navigation; not an asset. */
export function wantsPage(req: IncomingMessage): boolean {
  if (pathOf(req).startsWith('/_next/')) return false
  return Boolean(req.headers.accept?.includes('text/html') || req.headers.rsc)
}
