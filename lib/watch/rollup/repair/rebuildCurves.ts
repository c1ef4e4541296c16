import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseAway } from '#db/client.ts'
import type { CurveTotals } from '#db/videoCurve.ts'
import type { Video } from '#lib/videos/video.ts'
import { laneCount } from '#lib/watch/log/laneCount.ts'
import { slotOf } from '#lib/watch/log/slot.ts'
import type { HeldLane, LaneWorker } from '#lib/watch/rollup/heldLane.ts'
import { operateOnLane, stepLane } from '#lib/watch/rollup/laneLease.ts'
import { databaseStore } from '#lib/watch/rollup/store.ts'
import { type RebuiltCurve, rebuildInLane } from './rebuildInLane.ts'

export type RebuiltPeriod = {
  period: string
  rows: number
  before: CurveTotals
  after: CurveTotals
}

/** Half a minute in all: longer than a slot, and than the lease of a worker that was killed. */
const MAX_ATTEMPTS = 60
const RETRY_MS = 500

/**
 * Rebuilds all curves of a video, lane after lane, whether a server is running or not: its workers
 * wait for the lane meanwhile. It may be repeated, also when it was interrupted.
 * @returns the totals of each period before and after, the days in order; or 'removed'
 * @throws DatabaseAway, or Error when a lane cannot be merged up to now
 */
export async function rebuildCurves(
  video: Pick<Video, 'id' | 'addedAt'>,
): Promise<RebuiltPeriod[] | 'removed'> {
  const began = Date.now()
  const lanes = await laneCount()
  const of = { id: video.id, addedAt: video.addedAt.getTime() }
  const curves: RebuiltCurve[] = []
  for (let lane = 0; lane < lanes; lane++) {
    const rebuilt = await operateWhenMerged(lane, lanes, began, (held) =>
      rebuildInLane(held, of, Date.now()),
    )
    if (rebuilt === 'removed') return 'removed'
    curves.push(...rebuilt)
  }
  return sumByPeriod(curves)
}

/**
 * Runs `operate` on a lane as soon as all that was acknowledged up to `until` (ms since 1970) is
 * merged; merges it here if no other worker does. Only then is the timestamp of the operation
 * greater than that of everything written before.
 */
async function operateWhenMerged<T>(
  lane: number,
  lanes: number,
  until: number,
  operate: (held: HeldLane) => Promise<T>,
): Promise<T> {
  const now = Date.now
  const worker: LaneWorker = {
    owner: randomUUID(),
    now,
    store: databaseStore,
    concurrency: 16,
    laneCount: lanes,
  }
  const attempt = async (): Promise<T | 'retry'> => {
    for (;;) {
      if ((await databaseStore.readLane(lane)).mergedTo >= slotOf(until)) {
        const done = await operateOnLane(lane, worker, operate)
        return done === 'lost' ? 'retry' : done
      }
      const { did } = await stepLane(lane, worker)
      if (did === 'waited' || did === 'nothing') return 'retry'
    }
  }
  for (let tries = 1; ; tries++) {
    const done = await attempt().catch((error: unknown) => {
      // Two LWTs of one lane at the same time may both time out.
      if (!isDatabaseAway(error) || tries === MAX_ATTEMPTS) throw error
      return 'retry' as const
    })
    if (done !== 'retry') return done
    if (tries === MAX_ATTEMPTS)
      throw new Error(`Lane ${lane} is not merged up to now: is a worker stuck?`)
    await sleep(RETRY_MS)
  }
}

function sumByPeriod(curves: readonly RebuiltCurve[]): RebuiltPeriod[] {
  const periods = new Map<string, RebuiltPeriod>()
  for (const { period, rows, before, after } of curves) {
    const sum = periods.get(period) ?? { period, rows: 0, before: none(), after: none() }
    sum.rows += rows
    addTo(sum.before, before)
    addTo(sum.after, after)
    periods.set(period, sum)
  }
  return [...periods.values()]
}

const none = (): CurveTotals => ({ views: 0, framesPlayed: 0, viewers: 0, completions: 0 })

function addTo(sum: CurveTotals, more: CurveTotals | undefined) {
  sum.views += more?.views ?? 0
  sum.framesPlayed += more?.framesPlayed ?? 0
  sum.viewers += more?.viewers ?? 0
  sum.completions += more?.completions ?? 0
}
