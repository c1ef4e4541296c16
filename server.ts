import { createServer } from 'node:http'
import next from 'next'
import { closeDatabase, isDatabaseAway } from '#db/client.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { createDatabaseProbe } from '#lib/server/databaseProbe.ts'
import { gracefulShutdown } from '#lib/server/gracefulShutdown.ts'
import { startPeriodicJobs, stopPeriodicJobs } from '#lib/server/periodicJobs.ts'
import { pathOf } from '#lib/server/requestKind.ts'
import { createRequestPipeline } from '#lib/server/requestPipeline.ts'
import { retryUntilAborted } from '#lib/server/retryUntilAborted.ts'
import { startTranscodingWorker, stopTranscodingWorker } from '#lib/transcoding/worker.ts'
import { startWatchService, stopWatchService } from '#lib/watch/service.ts'

/*
 * The production server: beacons and refusals before Next, everything else Next. Serves what
 * `next build` left in NEXT_DIST_DIR; tells its parent process, if it has one, when it is ready.
 */
const { HOST: hostname, PORT: port } = env()
const stop = new AbortController()

const app = next({ dev: false, dir: import.meta.dirname, hostname, port })
await app.prepare()
const answer = createRequestPipeline(app.getRequestHandler(), createDatabaseProbe())
// Next listens for upgrades and leaves those it does not know open for good: no stop would end.
const server = createServer({ shouldUpgradeCallback: () => false }, (req, res) => {
  answer(req, res).catch((error: unknown) => {
    // The path alone: links in mails have a token behind it.
    log().error({ err: error, path: pathOf(req) }, 'a request could not be answered')
    res.destroy()
  })
})

server.once('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE'
  console.error(taken ? `Port ${port} is taken: set PORT to another.` : error.message)
  process.exit(1)
})
server.listen(port, hostname, () => process.send?.('ready'))

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, shutDown)

startPeriodicJobs()
startTranscodingWorker()

// Beacons are answered 503 until the lanes are open; the database may be away at the start.
await retryUntilAborted(startWatchService, 1000, stop.signal, (error) =>
  isDatabaseAway(error)
    ? log().warn('the database does not answer: beacons are taken when it is back')
    : log().error({ err: error }, 'the lanes cannot be opened yet'),
)

async function shutDown() {
  if (stop.signal.aborted) return
  stop.abort()
  const videosLeft = stopTranscodingWorker()
  await gracefulShutdown(server)
  await stopWatchService().catch((error) => log().error({ err: error }, 'the lanes did not drain'))
  await stopPeriodicJobs()
  await videosLeft
  await closeDatabase()
  await app.close()
  process.exit(0)
}
