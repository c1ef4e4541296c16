import { LOG_TTL_SECONDS } from '#db/schema/watch.ts'
import type { CurveHeader } from '#db/videoCurve.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { dayName } from '#lib/utcDay.ts'
import type { CurveWrite } from '#lib/watch/aggregate/mergeCurve.ts'
import type { SeqRanges } from '#lib/watch/aggregate/seqRanges.ts'
import { decodeViewerRow } from '#lib/watch/aggregate/viewerState.ts'
import { dayNumber, SLOTS_PER_DAY, slotOf } from '#lib/watch/log/slot.ts'
import { bucketsOf, type HeldLane } from '#lib/watch/rollup/heldLane.ts'
import { operationTimestamp } from '#lib/watch/rollup/mergeTimestamp.ts'
import { CurveBuilder } from './curveBuilder.ts'
import { DayScan, type MergedFacts } from './dayScan.ts'

export type RebuiltCurve = {
  period: string
  /** How many it was built from: viewers' rows for all time, beacons for a day. */
  rows: number
  before: CurveHeader | undefined
  after: CurveHeader | undefined
}

const VIEWERS_PER_QUERY = 50
const SLOTS_PER_QUERY = 100
/** Days whose rows might expire while they are read are left out. */
const LOG_EXPIRY_MARGIN_MS = 3_600_000

/**
 * Rebuilds the curves of a video in one lane: the one of all time from the viewers' rows, those of
 * days from the log, as far back as the log is complete. Older days stay as they are.
 * @param video `addedAt` in ms since 1970: no beacon of it is older
 * @param now ms since 1970
 * @returns 'removed' when the video is being removed
 */
export async function rebuildInLane(
  held: HeldLane,
  video: { id: string; addedAt: number },
  now: number,
): Promise<RebuiltCurve[] | 'removed'> {
  const removals = await held.store.readRemovals()
  if (removals.some(({ id }) => id === video.id)) return 'removed'
  const removedMembers = new Set(removals.map(({ id }) => id))
  const { curve, rows, ...facts } = await readViewers(held, video.id)
  const rebuilt = [await replace(held, video.id, 'all', rows, curve)]
  const scan = new DayScan({ ...facts, removedMembers, mergedTo: held.mergedTo })
  const firstWhole = dayNumber(slotOf(now - LOG_TTL_SECONDS * 1000 + LOG_EXPIRY_MARGIN_MS)) + 1
  // The day before is read too: a beacon that was sent again later counted on the earlier day.
  const first = Math.max(firstWhole - 1, dayNumber(slotOf(video.addedAt)) - 1)
  for (let day = first; day <= dayNumber(held.mergedTo); day++) {
    await readDay(held, video.id, day, scan)
    const { rows } = scan
    const curve = scan.endDay(day)
    if (day >= firstWhole) rebuilt.push(await replace(held, video.id, dayName(day), rows, curve))
  }
  return rebuilt
}

async function readViewers(held: HeldLane, videoId: string) {
  const { store, concurrency } = held
  const builder = new CurveBuilder()
  const merged = new Map<string, SeqRanges>()
  const completedOn = new Map<string, number>()
  let rows = 0
  for (const bucket of bucketsOf(held)) {
    const ids = await store.listViewerIds(videoId, bucket)
    await forEachConcurrent(cut(ids, VIEWERS_PER_QUERY), concurrency, async (some) => {
      for (const row of await store.readViewerRows(videoId, bucket, some)) {
        const { runs, plays, completedAt, playbacks } = decodeViewerRow(row)
        builder.addViewer(runs, plays, completedAt !== null)
        if (completedAt !== null) completedOn.set(row.viewerId, dayNumber(slotOf(completedAt)))
        for (const [id, { seqs }] of playbacks) merged.set(id, seqs)
        rows++
      }
      await held.renewLease()
    })
  }
  const facts: Pick<MergedFacts, 'merged' | 'completedOn'> = { merged, completedOn }
  return { ...facts, curve: builder.build(held.mergedTo), rows }
}

async function readDay(held: HeldLane, videoId: string, day: number, scan: DayScan) {
  const { store, lane, concurrency, mergedTo } = held
  const last = Math.min(mergedTo, (day + 1) * SLOTS_PER_DAY - 1)
  const slots = Array.from(
    { length: last - day * SLOTS_PER_DAY + 1 },
    (_, i) => day * SLOTS_PER_DAY + i,
  )
  const written: number[] = []
  await forEachConcurrent(cut(slots, SLOTS_PER_QUERY), concurrency, async (some) => {
    written.push(...(await store.findWrittenSlots(lane, some)))
  })
  for (const some of cut(
    written.sort((a, b) => a - b),
    SLOTS_PER_QUERY,
  )) {
    await held.renewLease()
    const found = new Map<number, Awaited<ReturnType<typeof store.readVideoLog>>>()
    await forEachConcurrent(some, concurrency, async (slot) => {
      found.set(slot, await store.readVideoLog(slot, lane, videoId))
    })
    for (const slot of some) for (const row of found.get(slot) ?? []) scan.add(row)
  }
}

async function replace(
  { store, lane, mergedTo, epoch }: HeldLane,
  videoId: string,
  period: string,
  rows: number,
  curve: CurveWrite | null,
): Promise<RebuiltCurve> {
  const key = { videoId, period, lane }
  const { header: before } = await store.readCurveChunks(key, [])
  await store.replaceCurve(key, curve, operationTimestamp(mergedTo, epoch))
  return { period, rows, before, after: curve?.header }
}

function cut<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
