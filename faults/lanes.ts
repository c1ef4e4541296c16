import { type LaneRow, readLaneSerial } from '#db/lanes.ts'
import { listLanesUnlessAway } from '#testing/merging.ts'
import { until } from '#testing/until.ts'
import type { Server } from './server.ts'

/** Waits until every lane has an owner, and none of them is one of `owners`. @returns the owners then. */
export function untilTakenFrom(owners: ReadonlySet<string>): Promise<Set<string>> {
  return until(
    async () => {
      const lanes = await listLanesUnlessAway()
      const isTaken = lanes?.every(({ owner }) => owner !== null && !owners.has(owner))
      return isTaken && new Set(lanes?.map(({ owner }) => owner ?? ''))
    },
    { what: 'every lane has another owner', withinMs: 90_000 },
  )
}

/**
 * Kills a server while a range of one of its lanes is sealed and not merged. The server is paused
 * first, and continues when reading the lane again shows that the merge had ended by then.
 * @returns the server, and the lane as it was left.
 */
export function killInMidMerge(
  serverOf: (owner: string) => Server,
): Promise<{ server: Server; lane: LaneRow }> {
  return until(
    async () => {
      const lane = (await listLanesUnlessAway())?.find(isMerging)
      if (!lane?.owner) return null
      const server = serverOf(lane.owner)
      server.signal('SIGSTOP')
      const paused = await readLaneSerial(lane.lane).catch(() => null)
      if (paused && isMerging(paused) && paused.owner === lane.owner) {
        await server.kill()
        return { server, lane: paused }
      }
      server.signal('SIGCONT')
      return null
    },
    { what: 'a server is in the middle of a merge', withinMs: 120_000, everyMs: 5 },
  )
}

const isMerging = ({ sealedTo, mergedTo }: LaneRow) => sealedTo > mergedTo
