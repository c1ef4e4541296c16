import { readViewerRow } from '#db/viewerVideo.ts'
import { readViewerLogSlots } from '#db/watchLog.ts'
import { env } from '#lib/env.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import type { Video } from '#lib/videos/video.ts'
import { type Runs, runsOf } from '#lib/watch/aggregate/runs.ts'
import { addSeq, hasSeq, type SeqRanges } from '#lib/watch/aggregate/seqRanges.ts'
import { decodeViewerRow } from '#lib/watch/aggregate/viewerState.ts'
import { laneCount } from '#lib/watch/log/laneCount.ts'
import { decodePlayed } from '#lib/watch/log/logCodec.ts'
import { bucketOf, laneOf } from '#lib/watch/log/sharding.ts'
import { SLOT_MS, slotOf, slotStart } from '#lib/watch/log/slot.ts'

/** A playback that is remembered: until its token has ended. */
export type KnownPlayback = {
  playbackId: string
  /** To ten seconds. */
  beganAt: Date
  /** How long it played, at the rate it played. */
  seconds: number
}

/**
 * Playbacks of the last days (`PLAYBACK_TOKEN_SECONDS`) with a counted frame, the newest first. Only
 * their ends are kept: after a change of that setting, those begun before have a false beginning.
 */
export async function listPlaybacks(
  { id, fps }: Pick<Video, 'id' | 'fps'>,
  viewerId: string,
): Promise<KnownPlayback[]> {
  const row = await readViewerRow(id, bucketOf(viewerId), viewerId)
  if (!row) return []
  const life = env().PLAYBACK_TOKEN_SECONDS * 1000
  return [...decodeViewerRow(row).playbacks]
    .filter(([, { lastCountedDay }]) => lastCountedDay !== null)
    .map(([playbackId, { lastSlot, usedCredit }]) => ({
      playbackId,
      beganAt: new Date(slotStart(lastSlot) - life),
      seconds: (usedCredit / 1000) * (fps.den / fps.num),
    }))
    .sort((a, b) => b.beganAt.getTime() - a.beganAt.getTime())
}

/** Of a playback its first three hours are looked up: 1,080 slots, in queries of 90. */
const HOURS = 3
const SLOTS = (HOURS * 3_600_000) / SLOT_MS
const SLOTS_A_QUERY = 90
const AT_ONCE = 4

export type PlaybackRuns = {
  runs: Runs
  /** Seconds of it that were found: less than it played when it was sent later than `hours`. */
  seconds: number
  hours: number
}

/**
 * What one playback played, frame by frame, from the log: that is kept for 30 days and knows no
 * viewers, so only the slots right after the playback's beginning are looked through.
 * @throws DatabaseAway
 */
export async function readPlaybackRuns(
  { id, fps }: Pick<Video, 'id' | 'fps'>,
  viewerId: string,
  { playbackId, beganAt }: Pick<KnownPlayback, 'playbackId' | 'beganAt'>,
  now: number,
): Promise<PlaybackRuns> {
  const lane = laneOf(viewerId, await laneCount())
  const first = slotOf(beganAt.getTime()) - 1
  const last = Math.min(first + SLOTS, slotOf(now) + 1)
  const queries = Array.from({ length: Math.ceil((last - first) / SLOTS_A_QUERY) }, (_, i) => {
    const from = first + i * SLOTS_A_QUERY
    const length = Math.min(SLOTS_A_QUERY, last - from)
    return Array.from({ length }, (_, at) => from + at)
  })
  const found: Awaited<ReturnType<typeof readViewerLogSlots>> = []
  await forEachConcurrent(queries, AT_ONCE, async (slots) => {
    found.push(...(await readViewerLogSlots(slots, lane, id, viewerId)))
  })
  let seen: SeqRanges = []
  const segments = found.flatMap((row) => {
    if (row.playbackId !== playbackId || hasSeq(seen, row.seq)) return []
    seen = addSeq(seen, row.seq)
    return decodePlayed(row.segments).segments
  })
  const seconds = segments.reduce((sum, { start, end, rate }) => sum + (end - start) / rate, 0)
  return { runs: runsOf(segments), seconds: seconds * (fps.den / fps.num), hours: HOURS }
}
