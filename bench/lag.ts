import { setTimeout as wait } from 'node:timers/promises'
import { listLanes } from '#db/lanes.ts'
import { mergedUntil } from '#lib/watch/analytics/retention.ts'

const POLL_MS = 500

/** Polls how far the rollup is behind; `stop` returns the maximum, in seconds. */
export function watchLag(): { stop(): Promise<number> } {
  let most = 0
  const stopping = new AbortController()
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      const lanes = await listLanes()
      if (lanes.length > 0) most = Math.max(most, (Date.now() - mergedUntil(lanes)) / 1000)
      await wait(POLL_MS, undefined, { signal: stopping.signal }).catch(() => {})
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
