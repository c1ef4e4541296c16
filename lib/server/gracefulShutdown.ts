import type { Server } from 'node:http'

/** So long may a request that is under way still take. */
const GRACE_PERIOD_MS = 5000

/** Takes no new connection, ends the idle ones at once and the busy ones when they have answered. */
export function gracefulShutdown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), GRACE_PERIOD_MS)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}
