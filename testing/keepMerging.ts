import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseAway } from '#db/client.ts'
import { stepLane } from '#lib/watch/rollup/laneLease.ts'
import { databaseStore } from '#lib/watch/rollup/store.ts'

/** A second worker, as in another process: at every lane, all the time, until it is stopped. */
export function keepWorking(lanes: number): () => Promise<void> {
  let isStopped = false
  const worker = {
    owner: randomUUID(),
    now: Date.now,
    store: databaseStore,
    concurrency: 8,
    laneCount: lanes,
  }
  const loops = Array.from({ length: lanes }, async (_, lane) => {
    while (!isStopped) {
      await stepLane(lane, worker).catch((error: unknown) => {
        // Two who want a lane at the same moment may both be told to come again.
        if (!isDatabaseAway(error)) throw error
      })
      await sleep(200)
    }
  })
  return async () => {
    isStopped = true
    await Promise.all(loops)
  }
}
