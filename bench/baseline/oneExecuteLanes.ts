import { run } from '#db/client.ts'
import { logInsert } from '#db/watchLog.ts'
import type { LogGroup } from '#lib/watch/log/groupCommit.ts'
import { laneCount } from '#lib/watch/log/laneCount.ts'
import type { Lanes } from '#lib/watch/log/lanes.ts'
import { laneOf } from '#lib/watch/log/sharding.ts'
import { slotOf } from '#lib/watch/log/slot.ts'

/**
 * Lanes without queues: each beacon is written immediately, by one prepared `execute`. There is no
 * fence either, so it does less than the product: a write in flight while its slot closes is lost.
 */
export async function oneExecuteLanes(): Promise<Lanes> {
  const count = await laneCount()
  return {
    count,
    store: async (viewerId: string, { entries }: LogGroup) => {
      const lane = laneOf(viewerId, count)
      const slot = slotOf(Date.now())
      const statements = entries.map((entry) => logInsert(slot, lane, entry))
      await Promise.all(statements.map(({ query, params }) => run(query, params)))
      return 'stored'
    },
    stop: async () => {},
  }
}
