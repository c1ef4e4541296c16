import { randomUUID } from 'node:crypto'
import type { LogRow } from '#db/watchLog.ts'
import { type Random, seededRandom } from '#lib/random.ts'
import type { Video } from '#lib/videos/video.ts'
import { encodePlayed } from '#lib/watch/log/logCodec.ts'
import { laneOf } from '#lib/watch/log/sharding.ts'
import { dayNumber, SLOT_MS, SLOTS_PER_DAY } from '#lib/watch/log/slot.ts'
import { mergeRange } from '#lib/watch/rollup/mergeRange.ts'
import { databaseStore } from '#lib/watch/rollup/store.ts'

/*
 * Fills the product's tables with its own merge, range after range, without going through the log. A
 * play is one stretch with a random start and end.
 */
export const PLAYS_A_VIEWER = 10
/** The rollup's own limit. */
const MAX_RANGE_ROWS = 50_000
const NEVER_ENDS = 2 ** 30

/**
 * Plays of a video, `PLAYS_A_VIEWER` by each viewer.
 * @param slot which determines their day.
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
  await fill(viewers, PLAYS_A_VIEWER, lanes, slot, (viewerId) =>
    Array.from({ length: PLAYS_A_VIEWER }, () => playOf(viewerId, video, slot, random)),
  )
  return viewers
}

/**
 * Each viewer plays each of their videos once, all on one of the last `days` days; the viewers are
 * spread evenly over the days.
 * @param watched the videos of each viewer
 * @param slot the newest slot
 */
export async function fillDays(
  watched: ReadonlyMap<string, readonly Video[]>,
  { days, lanes, slot }: { days: number; lanes: number; slot: number },
): Promise<void> {
  const random = seededRandom(days)
  const maxVideos = Math.max(...[...watched.values()].map((videos) => videos.length))
  // The oldest first: a curve ignores ranges older than what it contains.
  for (let ago = days - 1; ago >= 0; ago--) {
    const day = (dayNumber(slot) - ago) * SLOTS_PER_DAY + (ago > 0 ? SLOTS_PER_DAY / 2 : 0)
    const ofDay = [...watched.keys()].filter((_, number) => number % days === ago)
    await fill(ofDay, maxVideos, lanes, day, (viewerId) =>
      (watched.get(viewerId) ?? []).map((video) => playOf(viewerId, video, day, random)),
    )
  }
}

/** @param maxRows of one viewer */
async function fill(
  viewers: readonly string[],
  maxRows: number,
  lanes: number,
  slot: number,
  rowsOf: (viewerId: string) => LogRow[],
): Promise<void> {
  const step = Math.floor(MAX_RANGE_ROWS / maxRows)
  for (const [lane, inLane] of Map.groupBy(viewers, (viewerId) => laneOf(viewerId, lanes)))
    for (let at = 0; at < inLane.length; at += step) {
      const rows = inLane.slice(at, at + step).flatMap(rowsOf)
      const to = slot + at / step
      const range = { from: to, to }
      const job = { lane, epoch: 1, range, rows, store: databaseStore, concurrency: 32 }
      await mergeRange({ ...job, renewLease: async () => {} })
    }
}

function playOf(viewerId: string, video: Video, slot: number, random: Random): LogRow {
  const start = random.below(video.frames - 1)
  const end = start + 1 + random.below(video.frames - start - 1)
  const segments = [{ start, end, rate: 1, visible: true }]
  return {
    slot,
    videoId: video.id,
    viewerId,
    playbackId: randomUUID(),
    seq: 0,
    at: slot * SLOT_MS,
    position: end,
    ended: false,
    segments: encodePlayed({ lastSlot: NEVER_ENDS, frames: video.frames, segments }),
  }
}
