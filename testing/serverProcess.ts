import { closeDatabase } from '#db/client.ts'
import { handleWatchOnNode } from '#lib/watch/ingest/nodeHandler.ts'
import { startWatchService, stopWatchService } from '#lib/watch/service.ts'
import { serve } from './http.ts'

/*
 * A server process without pages: it receives beacons and merges lanes. It sends its port to the
 * parent process, and ends on SIGTERM or with the parent.
 */
await startWatchService()
const server = await serve(handleWatchOnNode())
process.send?.(server.port)

let isEnding = false
for (const event of ['SIGTERM', 'disconnect'] as const)
  process.on(event, async () => {
    if (isEnding) return
    isEnding = true
    await server.close()
    await stopWatchService()
    await closeDatabase()
    process.exit()
  })
