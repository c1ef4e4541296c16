import type { IncomingMessage } from 'node:http'

/** What is asked for, less the query. */
export function pathOf(req: IncomingMessage): string {
  return (req.url ?? '/').split('?', 1)[0] ?? '/'
}

/**
 * Whether it is a path, and its escapes are whole. To `*` and to an id like `%ff` Next answers 500, and
 * from `http://elsewhere/videos` it redirects there.
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

/** Whether a route of Next's can answer the method at all: TRACE it answers 500, others 400. */
export function isRoutedMethod(req: IncomingMessage): boolean {
  return ROUTED_METHODS.has(req.method ?? '')
}

/** A page for a person, whole or in the form Next's own navigation asks for; never an asset. */
export function wantsPage(req: IncomingMessage): boolean {
  if (pathOf(req).startsWith('/_next/')) return false
  return Boolean(req.headers.accept?.includes('text/html') || req.headers.rsc)
}
