import type { Server } from 'node:http'

/** How long requests in progress may still take. */
const GRACE_PERIOD_MS = 5000

/** Stops accepting connections, closes idle ones, and waits for requests in progress. */
export function drainHttpServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), GRACE_PERIOD_MS)
    server.close(() => {
      clearTimeout(deadline)
      resolve()
    })
    server.closeIdleConnections()
  })
}
