import { randomUUID } from 'node:crypto'
import { createLane, listLanes } from '#db/lanes.ts'
import { insertLogEntries } from '#db/watchLog.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { readRetention } from '#lib/watch/analytics/retention.ts'
import { newClaims } from '#lib/watch/ingest/playbackToken.ts'
import { toLogGroup } from '#lib/watch/ingest/toLogEntries.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { laneOf } from '#lib/watch/log/sharding.ts'
import { slotEnd, slotOf, slotStart } from '#lib/watch/log/slot.ts'
import { stepLane } from '#lib/watch/rollup/laneLease.ts'
import { databaseStore } from '#lib/watch/rollup/store.ts'
import { FPS, makeVideos } from '#testing/videos.ts'
import { bytesOnDisk, flushOften } from '../diskUse.ts'
import { format } from '../numbers.ts'
import type { Result, TableRow } from '../result.ts'
import { makeRowAFrame, ROW_A_FRAME, writeRowAFrame } from '../rowAFrame.ts'

/** They watch a video of twenty minutes concurrently, with a beacon every ten seconds. */
const VIEWERS = 200
const SECONDS = 1200
const HOURS = SECONDS / 3600
const BEACON_SECONDS = 10
const ROW_A_FRAME_VIEWERS = 6
const LANES = 4
const TARGET = 200
/** The tables kept for 30 days, and those kept for good. */
const KEPT_30_DAYS = ['watch_log']
const KEPT = ['viewer_video', 'video_curve', 'shelf']

/** Rows and bytes on the disk of an hour of watching. */
export async function measureStorage(): Promise<Result> {
  const [video] = await makeVideos(1, { frames: SECONDS * FPS })
  if (!video) throw new Error('The video is missing')
  await makeRowAFrame()
  await flushOften([...KEPT_30_DAYS, ...KEPT, ROW_A_FRAME])
  await watchItAll(video)
  const { watchedFrames } = await readRetention(video, 'all', 1)
  if (watchedFrames !== VIEWERS * video.frames) throw new Error(`Counted ${watchedFrames} frames`)
  await writeRowAFrame(ROW_A_FRAME_VIEWERS, video.frames, FPS)
  const bytes = await bytesOnDisk([...KEPT_30_DAYS, ...KEPT, ROW_A_FRAME])
  const perHour = (tables: string[]) =>
    tables.reduce((sum, table) => sum + (bytes.get(table) ?? 0), 0) / VIEWERS / HOURS
  const ofOther = (bytes.get(ROW_A_FRAME) ?? 0) / ROW_A_FRAME_VIEWERS / HOURS
  // Those of the log, one of viewer_video and one of the shelf.
  const rows = (SECONDS / BEACON_SECONDS + 2) / HOURS
  const framesAnHour = video.frames / HOURS
  const all = perHour([...KEPT_30_DAYS, ...KEPT])
  return {
    rows: [
      toRow('rows a watched hour (log, viewer, shelf)', rows, framesAnHour, ''),
      toRow('bytes a watched hour, kept for good', perHour(KEPT), ofOther, ' B'),
      toRow('bytes a watched hour, with the log of 30 days', all, ofOther, ' B'),
    ],
    notes: [
      `${VIEWERS} viewers watch a video of twenty minutes at the same time, merged slot by slot; sizes of all files of the sstables, flushed twice a second and compacted as Cassandra sees fit; the log is packed by Zstd, all else by LZ4, as Cassandra does by default. An hour of one viewer: ${[...KEPT_30_DAYS, ...KEPT].map((table) => `${table} ${format(perHour([table]))} B`).join(', ')}. One row a frame: two uuids as the partition, one and the frame as clustering, a time: ${format(ofOther / framesAnHour)} B a row.`,
      'The log of a month is what keeps the third line up: a beacon names a video, a viewer and a playback, 48 bytes that come again only ten seconds later: with more viewers at a time the log packs less well. What stays after the month is the second line.',
    ],
  }
}

function toRow(measure: string, ours: number, other: number, unit: string): TableRow {
  const ratio = other / ours
  return {
    measure,
    ours: `${format(ours)}${unit}`,
    other: `${format(other)}${unit}, one row a frame`,
    ratio: `1/${format(ratio)}`,
    target: `<= 1/${TARGET}`,
    isMet: ratio >= TARGET,
  }
}

/** Writes and merges the last twenty minutes slot by slot, as if they had happened live. */
async function watchItAll(video: {
  id: string
  frames: number
  fps: { num: number; den: number }
}) {
  const last = slotOf(Date.now()) - 1
  const first = last - SECONDS / BEACON_SECONDS + 1
  for (let lane = 0; lane < LANES; lane++) await createLane(lane, first - 1)
  await openLanes()
  const playbacks = Array.from({ length: VIEWERS }, () =>
    newClaims(randomUUID(), video, slotStart(first)),
  )
  const byLane = Map.groupBy(playbacks, ({ memberId }) => laneOf(memberId, LANES))
  const lanes = (await listLanes()).map(({ lane }) => lane)
  await forEachConcurrent(lanes, LANES, async (lane) => {
    const owner = randomUUID()
    for (let slot = first; slot <= last; slot++) {
      const entries = (byLane.get(lane) ?? []).flatMap(
        (claims) => toLogGroup([beaconOf(slot - first)], claims, slotStart(slot)).entries,
      )
      await insertLogEntries(slot, lane, entries)
      const now = () => slotEnd(slot)
      await stepLane(lane, { owner, now, store: databaseStore, concurrency: 8, laneCount: LANES })
    }
  })
}

function beaconOf(seq: number) {
  const step = BEACON_SECONDS * FPS
  const segments = [{ start: seq * step, end: (seq + 1) * step, rate: 1, visible: true }]
  return { seq, position: (seq + 1) * step, ended: false, segments }
}
