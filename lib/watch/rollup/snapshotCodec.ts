import type { LogRow } from '#db/watchLog.ts'
import { ByteReader, ByteWriter } from '#lib/byteCodec.ts'

const FORMAT = 1
/** A part is complete at this size; a row adds less than a kilobyte. */
const PART_BYTES = 256 * 1024

const SAME_VIDEO = 1
const SAME_VIEWER = 2
const SAME_PLAYBACK = 4
const ENDED = 8

/**
 * Encodes the rows of a sealed range, in parts that can be decoded one by one. Rows of one slot are
 * sorted by video, viewer and playback: an id equal to the previous row's takes one bit.
 */
export function encodeSnapshot(rows: readonly LogRow[]): Buffer[] {
  const parts: Buffer[] = []
  let writer = new ByteWriter().varint(FORMAT)
  let previous: LogRow | undefined
  for (const row of rows) {
    if (writer.length >= PART_BYTES) {
      parts.push(writer.finish())
      writer = new ByteWriter().varint(FORMAT)
      previous = undefined
    }
    writeRow(writer, row, previous)
    previous = row
  }
  parts.push(writer.finish())
  return parts
}

/** @throws RangeError when the bytes are not what `encodeSnapshot` wrote. */
export function decodeSnapshot(parts: readonly Buffer[]): LogRow[] {
  return parts.flatMap((part) => {
    const reader = new ByteReader(part).expectVersion(FORMAT)
    const rows: LogRow[] = []
    while (!reader.done) rows.push(readRow(reader, rows.at(-1)))
    return rows
  })
}

function writeRow(writer: ByteWriter, row: LogRow, previous: LogRow | undefined) {
  const same =
    (row.videoId === previous?.videoId ? SAME_VIDEO : 0) |
    (row.viewerId === previous?.viewerId ? SAME_VIEWER : 0) |
    (row.playbackId === previous?.playbackId ? SAME_PLAYBACK : 0)
  writer.varint(same | (row.ended ? ENDED : 0))
  if (!(same & SAME_VIDEO)) writer.uuid(row.videoId)
  if (!(same & SAME_VIEWER)) writer.uuid(row.viewerId)
  if (!(same & SAME_PLAYBACK)) writer.uuid(row.playbackId)
  writer.varint(row.slot).varint(row.seq).varint(row.at).varint(row.position)
  writer.varint(row.segments.length).raw(row.segments)
}

function readRow(reader: ByteReader, previous: LogRow | undefined): LogRow {
  const flags = reader.varint()
  return {
    videoId: flags & SAME_VIDEO && previous ? previous.videoId : reader.uuid(),
    viewerId: flags & SAME_VIEWER && previous ? previous.viewerId : reader.uuid(),
    playbackId: flags & SAME_PLAYBACK && previous ? previous.playbackId : reader.uuid(),
    slot: reader.varint(),
    seq: reader.varint(),
    at: reader.varint(),
    position: reader.varint(),
    ended: (flags & ENDED) !== 0,
    segments: reader.raw(reader.varint()),
  }
}
