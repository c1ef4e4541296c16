import { type LaneRow, listLanes, readLaneSerial } from '#db/lanes.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import { until } from '#testing/until.ts'
import type { Site } from './site.ts'

const isOwnedByOther = (lanes: LaneRow[], than: Set<string>) =>
  lanes.length > 0 && lanes.every(({ owner }) => owner !== null && !than.has(owner))

/** Waits until every lane has an owner that is none of `than`. @returns who has them now. */
export function untilTakenFrom(than: Set<string>): Promise<Set<string>> {
  return until('other owners of the lanes', 90, async () => {
    const lanes = await listLanesIfThere()
    return isOwnedByOther(lanes, than) && new Set(lanes.map(({ owner }) => owner ?? ''))
  })
}

/**
 * Kills a server while a range of a lane of its own is sealed and not merged: it is halted first, and
 * goes on when a look at the lane shows that the merge was over by then.
 * @returns the server, and the lane as it was left.
 */
export function killInMidMerge(
  siteOf: (owner: string) => Site,
): Promise<{ site: Site; lane: LaneRow }> {
  return until(
    'a server to be in the middle of a merge',
    120,
    async () => {
      const lane = (await listLanesIfThere()).find(isAtIt)
      if (!lane?.owner) return null
      const site = siteOf(lane.owner)
      site.signal('SIGSTOP')
      const halted = await readLaneSerial(lane.lane).catch(() => null)
      if (halted && isAtIt(halted) && halted.owner === lane.owner) {
        await site.kill()
        return { site, lane: halted }
      }
      site.signal('SIGCONT')
      return null
    },
    5,
  )
}

const isAtIt = ({ sealedTo, mergedTo }: LaneRow) => sealedTo > mergedTo

/** Until everything acknowledged so far is merged in every lane. @returns seconds it took. */
export async function untilAllMerged(seconds: number): Promise<number> {
  const began = Date.now()
  const goals = (await until('the lanes', 60, listLanesIfThere)).map((lane) => ({
    lane: lane.lane,
    slot: Math.max(slotOf(began), lane.closedTo + 1),
  }))
  await until(
    'every lane to be merged',
    seconds,
    async () => {
      const lanes = await listLanesIfThere()
      const upto = new Map(lanes.map(({ lane, mergedTo }) => [lane, mergedTo]))
      return goals.every(({ lane, slot }) => (upto.get(lane) ?? 0) >= slot)
    },
    500,
  )
  return (Date.now() - began) / 1000
}

/** While nodes die, a look may fail: the next one will not. */
function listLanesIfThere(): Promise<LaneRow[]> {
  return listLanes().catch(() => [])
}
