import type { CurveKey } from '#db/videoCurve.ts'
import type { ViewerRow } from '#db/viewerVideo.ts'
import type { LogRow } from '#db/watchLog.ts'
import type { ProgressRow } from '#db/watchProgress.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { dayName } from '#lib/utcDay.ts'
import {
  addGain,
  type CurveGain,
  emptyGain,
  mergeCurve,
  touchedChunks,
} from '#lib/watch/aggregate/mergeCurve.ts'
import { mergeViewer } from '#lib/watch/aggregate/mergeViewer.ts'
import { decodeViewerRow, encodeViewerRow } from '#lib/watch/aggregate/viewerState.ts'
import { decodeLogRow } from '#lib/watch/log/logCodec.ts'
import { bucketOf } from '#lib/watch/log/sharding.ts'
import { dayNumber, type SlotRange, slotStart } from '#lib/watch/log/slot.ts'
import { mergeTimestamp } from './mergeTimestamp.ts'
import type { RollupStore } from './store.ts'

/** All of one partition: one bucket of one video. */
const MAX_VIEWERS_PER_QUERY = 50
const MAX_BATCH_BYTES = 1024 * 1024

/** A sealed range of one lane, with the owner's epoch. */
export type MergeJob = {
  lane: number
  epoch: number
  range: SlotRange
  rows: readonly LogRow[]
  store: RollupStore
  /** Queries in flight. */
  concurrency: number
  /** Called between the groups of writes. */
  renewLease: () => Promise<void>
}

type ViewerGroup = { videoId: string; bucket: number; viewers: Map<string, LogRow[]> }

/**
 * Merges a sealed range: reads, the pure merge, then the writes in an order that makes a crash
 * between any two of them harmless: curves, then viewers' rows, then the members' progress rows.
 * A viewer's row is what marks beacons as merged, so it must not be written before their curve.
 * @throws DatabaseAway, LaneLost: call it again with the same rows.
 */
export async function mergeRange(job: MergeJob): Promise<void> {
  const gains = new Map<string, { all: CurveGain; day: CurveGain }>()
  const merged: { videoId: string; bucket: number; rows: ViewerRow[] }[] = []
  const groups = groupViewers(job.rows)
  await forEachConcurrent(groups, job.concurrency, async (group) => {
    merged.push(await mergeGroup(job, group, gainsOf(gains, group.videoId)))
  })
  await job.renewLease()
  await writeCurves(job, gains)
  await job.renewLease()
  await writeViewers(job, merged)
  await job.renewLease()
  await writeProgress(job, merged)
}

/** Groups the rows by video and bucket, at most `MAX_VIEWERS_PER_QUERY` viewers in each group. */
function groupViewers(rows: readonly LogRow[]): ViewerGroup[] {
  const open = new Map<string, ViewerGroup>()
  const groups: ViewerGroup[] = []
  const groupOf = new Map<string, ViewerGroup>()
  for (const row of rows) {
    const { videoId, viewerId } = row
    const pair = `${videoId}${viewerId}`
    let group = groupOf.get(pair)
    if (!group) {
      const bucket = bucketOf(viewerId)
      const partition = `${videoId}${bucket}`
      group = open.get(partition)
      if (!group || group.viewers.size >= MAX_VIEWERS_PER_QUERY) {
        group = { videoId, bucket, viewers: new Map() }
        open.set(partition, group)
        groups.push(group)
      }
      groupOf.set(pair, group)
      group.viewers.set(viewerId, [])
    }
    group.viewers.get(viewerId)?.push(row)
  }
  return groups
}

function gainsOf(gains: Map<string, { all: CurveGain; day: CurveGain }>, videoId: string) {
  let gain = gains.get(videoId)
  if (!gain) {
    gain = { all: emptyGain(), day: emptyGain() }
    gains.set(videoId, gain)
  }
  return gain
}

async function mergeGroup(
  { store, range }: MergeJob,
  { videoId, bucket, viewers }: ViewerGroup,
  gain: { all: CurveGain; day: CurveGain },
) {
  const known = await store.readViewerRows(videoId, bucket, [...viewers.keys()])
  const before = new Map(known.map((row) => [row.viewerId, row]))
  const { from, to } = range
  const merging = { from, day: dayNumber(to), completedAt: slotStart(to) }
  const rows = Array.from(viewers, ([viewerId, logRows]) => {
    const row = before.get(viewerId)
    const merged = mergeViewer(
      row ? decodeViewerRow(row) : null,
      logRows.map(decodeLogRow),
      merging,
    )
    addGain(gain.all, merged.gain, 'all')
    addGain(gain.day, merged.gain, 'day')
    return encodeViewerRow(viewerId, merged.state)
  })
  return { videoId, bucket, rows }
}

async function writeCurves(
  job: MergeJob,
  gains: Map<string, { all: CurveGain; day: CurveGain }>,
): Promise<void> {
  const day = dayName(dayNumber(job.range.to))
  const curves = Array.from(gains, ([videoId, { all, day: today }]) => [
    { key: { videoId, period: 'all', lane: job.lane }, gain: all },
    { key: { videoId, period: day, lane: job.lane }, gain: today },
  ]).flat()
  await forEachConcurrent(curves, job.concurrency, ({ key, gain }) => addToCurve(job, key, gain))
}

async function addToCurve(job: MergeJob, key: CurveKey, gain: CurveGain): Promise<void> {
  if (gain.plays.length === 0) return
  const curve = await job.store.readCurveChunks(key, touchedChunks(gain))
  const write = mergeCurve(curve, gain, job.range.to)
  if (write)
    await job.store.writeCurve(
      key,
      write.header,
      write.chunks,
      mergeTimestamp(job.range, job.epoch),
    )
}

async function writeViewers(
  job: MergeJob,
  merged: { videoId: string; bucket: number; rows: ViewerRow[] }[],
): Promise<void> {
  const batches = merged.flatMap(({ rows, ...place }) =>
    cutBySize(rows).map((batch) => ({ ...place, batch })),
  )
  await forEachConcurrent(batches, job.concurrency, ({ videoId, bucket, batch }) =>
    job.store.writeViewerRows(videoId, bucket, batch, mergeTimestamp(job.range, job.epoch)),
  )
}

/** A batch is one mutation, and Cassandra limits the size of a mutation. */
function cutBySize(rows: ViewerRow[]): ViewerRow[][] {
  const batches: ViewerRow[][] = []
  let size = Infinity
  for (const row of rows) {
    const bytes = row.runs.length + row.dayRuns.length + row.merged.length
    if (size + bytes > MAX_BATCH_BYTES) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push(row)
    size += bytes
  }
  return batches
}

async function writeProgress(
  job: MergeJob,
  merged: { videoId: string; rows: ViewerRow[] }[],
): Promise<void> {
  const rowsByMember = new Map<string, ProgressRow[]>()
  for (const { videoId, rows } of merged)
    for (const { viewerId, position, covered, completedAt, lastAt } of rows) {
      const memberRows = rowsByMember.get(viewerId)
      const row = { videoId, position, covered, completedAt, lastAt }
      if (memberRows) memberRows.push(row)
      else rowsByMember.set(viewerId, [row])
    }
  await forEachConcurrent([...rowsByMember], job.concurrency, ([viewerId, rows]) =>
    job.store.writeProgressRows(viewerId, rows, mergeTimestamp(job.range, job.epoch)),
  )
}
