import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { stepLane } from '../rollup.ts'
import { databaseStore } from '../rollupStore.ts'

/** A second worker, as in another process: at every lane, all the time, until it is stopped. */
export function keepWorking(lanes: number): () => Promise<void> {
  let isStopped = false
  const worker = { owner: randomUUID(), now: Date.now, store: databaseStore, width: 8, lanes }
  const loops = Array.from({ length: lanes }, async (_, lane) => {
    while (!isStopped) {
      await stepLane(lane, worker)
      await sleep(20)
    }
  })
  return async () => {
    isStopped = true
    await Promise.all(loops)
  }
}
