import { dayName } from '#lib/utcDay.ts'
import type { Segment } from '#lib/watch/protocol/beacon.ts'
import { isComplete } from './completion.ts'
import { costOf } from './credit.ts'
import { addRuns, coveredFrames, newlyCovered, type Runs, runsOf } from './runs.ts'
import { addSeq, hasSeq } from './seqRanges.ts'
import { type BeaconStamp, isLater, type MergedPlayback, type ViewerState } from './viewerState.ts'

/** One row of the log, decoded: a beacon as a merge needs it. */
export type LoggedBeacon = BeaconStamp & {
  /** Frames. */
  position: number
  /** The last slot the rows of this playback may be in. */
  lastSlot: number
  /** Length of the video when the playback began. */
  frames: number
  segments: readonly Segment[]
}

/** The range of slots that is being merged, which is within one UTC day. */
export type MergeRange = {
  /** Its first slot. */
  from: number
  /** Days since 1970. */
  day: number
  /** Start of its last slot, in ms since 1970: the time of a completion found in it. */
  completedAt: number
}

/** What the new beacons of one viewer add to the curves of the video. */
export type ViewerGain = {
  played: Runs
  /** Frames never played before by this viewer, and never before on this day. */
  newEver: { start: number; end: number }[]
  newToday: { start: number; end: number }[]
  /** Playbacks with their first counted frame, ever and on this day. */
  viewsEver: number
  viewsToday: number
  /** 1 when this is the viewer's first counted frame, ever and on this day. */
  viewersEver: number
  viewersToday: number
  /** 1 when 90 % are covered for the first time. */
  completions: number
}

export type MergedViewer = { state: ViewerState; gain: ViewerGain }

/** Runs of one viewer and video: 16,384 are about 64 kB, far more than watching produces. */
export const MAX_RUNS = 16_384
/** Playbacks whose numbers a viewer's row keeps. Pages issue no more tokens at half of it. */
export const MAX_PLAYBACKS = 1024

/**
 * Folds the beacons of one viewer in one range into the viewer's state. Pure and idempotent: the
 * same input gives the same result, and beacons that are merged already change nothing.
 * A beacon that would exceed `MAX_PLAYBACKS` or `MAX_RUNS` is not counted.
 * @param beacons at least one when `before` is null
 */
export function mergeViewer(
  before: ViewerState | null,
  beacons: readonly LoggedBeacon[],
  range: MergeRange,
): MergedViewer {
  const playbacks = keepLivePlaybacks(before?.playbacks, range.from)
  const fresh = takeNewBeacons(beacons, playbacks)
  const runsBefore = before?.runs ?? []
  const counted = withinBound(runsBefore, fresh)
  const played = runsOf(counted.flatMap((row) => row.segments))

  const day = dayName(range.day)
  const dayRunsBefore = before?.day === day ? before.dayRuns : []
  const runs = addRuns(runsBefore, played)
  const covered = coveredFrames(runs)
  const views = countViews(counted, playbacks, range.day)
  const completes = (before?.completedAt ?? null) === null && isComplete(covered, lengthIn(fresh))
  const latest = findLatest(before, fresh)

  const state: ViewerState = {
    runs,
    day,
    dayRuns: addRuns(dayRunsBefore, played),
    playbacks,
    position: latest.position,
    last: latest.last,
    plays: (before?.plays ?? 0) + views.ever,
    covered,
    completedAt: completes ? range.completedAt : (before?.completedAt ?? null),
  }
  const isFirst = (runsThen: Runs) => (runsThen.length === 0 && played.length > 0 ? 1 : 0)
  const gain: ViewerGain = {
    played,
    newEver: newlyCovered(runsBefore, played),
    newToday: newlyCovered(dayRunsBefore, played),
    viewsEver: views.ever,
    viewsToday: views.today,
    viewersEver: isFirst(runsBefore),
    viewersToday: isFirst(dayRunsBefore),
    completions: completes ? 1 : 0,
  }
  return { state, gain }
}

/** No row of a playback is in a slot after its token's end, so its numbers are no longer needed. */
function keepLivePlaybacks(
  playbacks: ReadonlyMap<string, MergedPlayback> | undefined,
  from: number,
): Map<string, MergedPlayback> {
  const live = new Map<string, MergedPlayback>()
  for (const [id, playback] of playbacks ?? [])
    if (playback.lastSlot >= from) live.set(id, { ...playback })
  return live
}

/** Drops every (playback, seq) that is merged already and marks the others as merged. */
function takeNewBeacons(
  beacons: readonly LoggedBeacon[],
  playbacks: Map<string, MergedPlayback>,
): LoggedBeacon[] {
  const fresh: LoggedBeacon[] = []
  for (const beacon of beacons) {
    const { playbackId, seq, lastSlot, segments } = beacon
    let playback = playbacks.get(playbackId)
    if (!playback) {
      if (playbacks.size >= MAX_PLAYBACKS) continue
      playback = { lastSlot, usedCredit: 0, lastCountedDay: null, seqs: [] }
      playbacks.set(playbackId, playback)
    }
    if (hasSeq(playback.seqs, seq)) continue
    playback.seqs = addSeq(playback.seqs, seq)
    playback.usedCredit += costOf(segments)
    fresh.push(beacon)
  }
  return fresh
}

function withinBound(runs: Runs, rows: LoggedBeacon[]): LoggedBeacon[] {
  const segments = rows.reduce((sum, row) => sum + row.segments.length, 0)
  // A segment adds two runs at most.
  if (runs.length + 2 * segments <= MAX_RUNS) return rows
  let sum = runs
  return rows.filter((row) => {
    const more = addRuns(sum, runsOf(row.segments))
    if (more.length > MAX_RUNS) return false
    sum = more
    return true
  })
}

/** Counts the playbacks whose first counted frame is among these, and marks them as counted. */
function countViews(rows: LoggedBeacon[], playbacks: Map<string, MergedPlayback>, day: number) {
  const views = { ever: 0, today: 0 }
  for (const { playbackId, segments } of rows) {
    const playback = playbacks.get(playbackId)
    if (!playback || segments.length === 0) continue
    if (playback.lastCountedDay === null) views.ever++
    if (playback.lastCountedDay !== day) views.today++
    playback.lastCountedDay = day
  }
  return views
}

/** The length of the video as the newest of these beacons knew it; 0 without any. */
function lengthIn(rows: LoggedBeacon[]): number {
  return rows.reduce((most, row) => Math.max(most, row.frames), 0)
}

/** The position of the last beacon by (at, playback, seq). */
function findLatest(before: ViewerState | null, rows: LoggedBeacon[]) {
  let latest = before && { last: before.last, position: before.position }
  for (const { at, playbackId, seq, position } of rows) {
    const last = { at, playbackId, seq }
    if (!latest || isLater(last, latest.last)) latest = { last, position }
  }
  if (!latest) throw new Error('A viewer without a row cannot be merged')
  return latest
}
