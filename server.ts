import { createServer } from 'node:http'
import next from 'next'
import { closeDatabase, isDatabaseAway } from '#db/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { createDatabaseProbe } from '#lib/server/databaseProbe.ts'
import { drainHttpServer } from '#lib/server/drainHttpServer.ts'
import { startPeriodicJobs, stopPeriodicJobs } from '#lib/server/periodicJobs.ts'
import { pathOf } from '#lib/server/requestKind.ts'
import { createRequestPipeline } from '#lib/server/requestPipeline.ts'
import { retryUntilAborted } from '#lib/server/retryUntilAborted.ts'
import { startTranscodingWorker, stopTranscodingWorker } from '#lib/transcoding/worker.ts'
import { startWatchService, stopWatchService } from '#lib/watch/service.ts'

/*
 * The production server: handles beacons and refusals itself, everything else through Next. Serves the
 * build in NEXT_DIST_DIR; sends `ready` to its parent process, if any.
 */
const { HOST: hostname, PORT: port } = env()
const stop = new AbortController()

const app = next({ dev: false, dir: import.meta.dirname, hostname, port })
await app.prepare()
const handle = createRequestPipeline(app.getRequestHandler(), createDatabaseProbe())
// Next listens for upgrades and never closes unknown ones, which would block the shutdown.
const server = createServer({ shouldUpgradeCallback: () => false }, (req, res) => {
  handle(req, res).catch((error: unknown) => {
    // Without the query: links in mails have a token there.
    log().error({ err: error, path: pathOf(req) }, 'a request failed')
    res.destroy()
  })
})

server.once('error', (error: NodeJS.ErrnoException) => {
  const isPortTaken = error.code === 'EADDRINUSE'
  console.error(isPortTaken ? `Port ${port} is taken: set PORT to another.` : error.message)
  process.exit(1)
})
server.listen(port, hostname, () => process.send?.('ready'))

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, shutDown)

startPeriodicJobs()
startTranscodingWorker()

// Beacons are answered 503 until the lanes are open; the database may be away at startup.
await retryUntilAborted(startWatchService, 1000, stop.signal, (error) =>
  isDatabaseAway(error)
    ? log().warn('the database does not respond: beacons are refused until it does')
    : log().error({ err: error }, 'failed to open the lanes, retrying'),
)

async function shutDown() {
  if (stop.signal.aborted) return
  stop.abort()
  const transcodingStopped = stopTranscodingWorker()
  await drainHttpServer(server)
  await stopWatchService().catch((error) =>
    log().error({ err: error }, 'failed to drain the lanes'),
  )
  await stopPeriodicJobs()
  await transcodingStopped
  await closeDatabase()
  await app.close()
  process.exit(0)
}
