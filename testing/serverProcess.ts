import { closeDatabase } from '#db/client.ts'
import { handleWatchOnNode } from '#lib/watch/ingest/nodeHandler.ts'
import { startWatchService, stopWatchService } from '#lib/watch/service.ts'
import { serve } from './http.ts'

/*
 * A server process without its pages: takes beacons and merges lanes. Says its port to the process
 * that forked it; ends on SIGTERM, or when that process is gone.
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
