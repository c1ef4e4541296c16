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

/** A playback stays in the viewer's row until its token has expired. */
export type KnownPlayback = {
  playbackId: string
  /** Accurate to ten seconds. */
  beganAt: Date
  /** Playing time, by the wall clock. */
  seconds: number
}

/**
 * Playbacks of the last `PLAYBACK_TOKEN_SECONDS` with a counted frame, the newest first. A row stores
 * the expiry of a token, not its start: after a change of that setting, the start of older playbacks
 * is wrong.
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

/** The first three hours of a playback are read: 1,080 slots, in queries of 90. */
const HOURS = 3
const SLOTS = (HOURS * 3_600_000) / SLOT_MS
const SLOTS_PER_QUERY = 90
const CONCURRENT_QUERIES = 4

export type PlaybackRuns = {
  runs: Runs
  /** Seconds found: fewer than were played when some were received later than `hours`. */
  seconds: number
  hours: number
}

/**
 * The runs of one playback, from the log. The log is kept for 30 days and has no index by viewer, so
 * only the slots right after the start of the playback are read.
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
  const queries = Array.from({ length: Math.ceil((last - first) / SLOTS_PER_QUERY) }, (_, i) => {
    const from = first + i * SLOTS_PER_QUERY
    const length = Math.min(SLOTS_PER_QUERY, last - from)
    return Array.from({ length }, (_, at) => from + at)
  })
  const found: Awaited<ReturnType<typeof readViewerLogSlots>> = []
  await forEachConcurrent(queries, CONCURRENT_QUERIES, async (slots) => {
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
