import { randomUUID } from 'node:crypto'
import type { LogRow } from '#db/watchLog.ts'
import type { Video } from '#lib/videos/video.ts'
import { laneOf } from '#lib/watch/lane.ts'
import { mergeRange } from '#lib/watch/mergeRange.ts'
import { encodePlayed } from '#lib/watch/playedCodec.ts'
import { type Random, seededRandom } from '#lib/watch/random.ts'
import { databaseStore } from '#lib/watch/rollupStore.ts'
import { SLOTS_A_DAY } from '#lib/watch/slot.ts'

export const PLAYS_A_VIEWER = 10
/** Rows a merged range, as the rollup's own bound. */
const RANGE_ROWS = 50_000
const NEVER_ENDS = 2 ** 30

/**
 * Plays of a film, `PLAYS_A_VIEWER` by each viewer, put through the product's own merge, range after
 * range, into its own tables; only the log before it is left out. A play is one stretch, from
 * anywhere to anywhere.
 * @param slot into which day they go.
 * @returns the viewers' ids.
 */
export async function fillPlays(
  video: Video,
  plays: number,
  lanes: number,
  slot: number,
): Promise<string[]> {
  const random = seededRandom(plays)
  const viewers = Array.from({ length: plays / PLAYS_A_VIEWER }, () => randomUUID())
  const byLane = Map.groupBy(viewers, (viewerId) => laneOf(viewerId, lanes))
  for (const [lane, inLane] of byLane) {
    const step = RANGE_ROWS / PLAYS_A_VIEWER
    for (let at = 0; at < inLane.length; at += step) {
      const rows = inLane.slice(at, at + step).flatMap((id) => playsOf(id, video, slot, random))
      const to = slot + at / step
      const range = { from: to, to }
      const job = { lane, epoch: 1, range, rows, store: databaseStore, width: 32 }
      await mergeRange({ ...job, onProgress: async () => {} })
    }
  }
  return viewers
}

function playsOf(viewerId: string, video: Video, slot: number, random: Random): LogRow[] {
  return Array.from({ length: PLAYS_A_VIEWER }, (_, number) => {
    const start = random.below(video.frames - 1)
    const end = start + 1 + random.below(video.frames - start - 1)
    const segments = [{ start, end, rate: 1, visible: true }]
    return {
      slot,
      videoId: video.id,
      viewerId,
      playbackId: randomUUID(),
      seq: 0,
      at: (slot * 86_400_000) / SLOTS_A_DAY + number,
      position: end,
      ended: false,
      segments: encodePlayed({ lastSlot: NEVER_ENDS, frames: video.frames, segments }),
    }
  })
}
