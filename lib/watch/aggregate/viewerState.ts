import type { ViewerRow } from '#db/viewerVideo.ts'
import { ByteReader, ByteWriter } from '#lib/byteCodec.ts'
import type { Runs } from './runs.ts'
import { decodeRuns, encodeRuns } from './runs.ts'
import { readSeqRanges, type SeqRanges, writeSeqRanges } from './seqRanges.ts'

/** What a viewer's row keeps of one playback until its token has ended. */
export type MergedPlayback = {
  /** The last slot its rows may be in. */
  lastSlot: number
  /** In thousandths of a frame at rate 1. */
  usedCredit: number
  /** UTC day (days since 1970) of its last counted frame; null: none yet. */
  lastCountedDay: number | null
  /** The beacons that are merged. */
  seqs: SeqRanges
}

/** The total order of a viewer's beacons, whatever order they arrive in. `at` in ms since 1970. */
export type BeaconStamp = { at: number; playbackId: string; seq: number }

/** What one viewer has seen of one video: a row of `viewer_video` with its blobs decoded. */
export type ViewerState = {
  runs: Runs
  /** The UTC day of `dayRuns`, `YYYY-MM-DD`. */
  day: string
  dayRuns: Runs
  playbacks: ReadonlyMap<string, MergedPlayback>
  /** The frame of the `last` beacon. */
  position: number
  last: BeaconStamp
  /** Playbacks that had a counted frame. */
  plays: number
  /** Different frames. */
  covered: number
  /** ms since 1970. */
  completedAt: number | null
}

const FORMAT = 1

/** @throws RangeError when a blob is not what `encodeViewerRow` wrote. */
export function decodeViewerRow(row: ViewerRow): ViewerState {
  const merged = new ByteReader(row.merged).expectVersion(FORMAT)
  const last = { at: row.lastAt, playbackId: merged.uuid(), seq: merged.varint() }
  return {
    runs: decodeRuns(row.runs),
    day: row.day,
    dayRuns: decodeRuns(row.dayRuns),
    playbacks: readPlaybacks(merged),
    position: row.position,
    last,
    plays: row.plays,
    covered: row.covered,
    completedAt: row.completedAt,
  }
}

export function encodeViewerRow(viewerId: string, state: ViewerState): ViewerRow {
  const merged = new ByteWriter().varint(FORMAT).uuid(state.last.playbackId).varint(state.last.seq)
  writePlaybacks(merged, state.playbacks)
  return {
    viewerId,
    runs: encodeRuns(state.runs),
    day: state.day,
    dayRuns: encodeRuns(state.dayRuns),
    merged: merged.finish(),
    position: state.position,
    covered: state.covered,
    plays: state.plays,
    completedAt: state.completedAt,
    lastAt: state.last.at,
  }
}

export function isLater(a: BeaconStamp, b: BeaconStamp): boolean {
  if (a.at !== b.at) return a.at > b.at
  if (a.playbackId !== b.playbackId) return a.playbackId > b.playbackId
  return a.seq > b.seq
}

function writePlaybacks(writer: ByteWriter, playbacks: ReadonlyMap<string, MergedPlayback>) {
  writer.varint(playbacks.size)
  for (const [id, { lastSlot, usedCredit, lastCountedDay, seqs }] of playbacks) {
    writer.uuid(id).varint(lastSlot).varint(usedCredit)
    writer.varint(lastCountedDay === null ? 0 : lastCountedDay + 1)
    writeSeqRanges(writer, seqs)
  }
}

function readPlaybacks(reader: ByteReader): Map<string, MergedPlayback> {
  const playbacks = new Map<string, MergedPlayback>()
  for (let left = reader.varint(); left > 0; left--) {
    const id = reader.uuid()
    const lastSlot = reader.varint()
    const usedCredit = reader.varint()
    const counted = reader.varint()
    const lastCountedDay = counted === 0 ? null : counted - 1
    playbacks.set(id, { lastSlot, usedCredit, lastCountedDay, seqs: readSeqRanges(reader) })
  }
  return playbacks
}
