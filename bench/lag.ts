import { setTimeout as wait } from 'node:timers/promises'
import { listLanes } from '#db/lanes.ts'
import { mergedUntil } from '#lib/watch/analytics/retention.ts'
import { slotEnd, slotOf } from '#lib/watch/log/slot.ts'

const EVERY_MS = 500

/** Watches how far the rollup is behind; `stop` gives the most it was, in seconds. */
export function watchLag(): { stop(): Promise<number> } {
  let most = 0
  const stopping = new AbortController()
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      const lanes = await listLanes()
      if (lanes.length > 0) most = Math.max(most, (Date.now() - mergedUntil(lanes)) / 1000)
      await wait(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await watching
      return most
    },
  }
}

/** Resolves when everything that is acknowledged by now is in the curves. */
export async function untilMerged(): Promise<void> {
  const goal = slotEnd(slotOf(Date.now()))
  while (mergedUntil(await listLanes()) < goal) await wait(100)
}
