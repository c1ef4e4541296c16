import type { LogRow } from '#db/watchLog.ts'
import { ByteReader, ByteWriter } from '#lib/byteCodec.ts'
import type { Segment } from '#lib/watch/protocol/beacon.ts'

const FORMAT = 1

/** The blob of a row of the log: with the key and position, all that a merge has to know. */
export type Played = {
  /** The last slot the rows of this playback may be in: later merges drop the playback. */
  lastSlot: number
  /** The length of the video when the playback began: what "90 %" refers to. */
  frames: number
  segments: readonly Segment[]
}

/** Rates are stored in thousandths. */
const RATE_STEPS = 1000

/** Encodes `watch_log.segments`: a head of about 7 bytes and about 5 bytes per segment. */
export function encodePlayed({ lastSlot, frames, segments }: Played): Buffer {
  const writer = new ByteWriter().varint(FORMAT).varint(lastSlot).varint(frames)
  writer.varint(segments.length)
  let at = 0
  for (const { start, end, rate, visible } of segments) {
    writer.zigzag(start - at).varint(end - start)
    writer.varint(Math.round(rate * RATE_STEPS) * 2 + (visible ? 1 : 0))
    at = end
  }
  return writer.finish()
}

/** @throws RangeError when the bytes are not what `encodePlayed` wrote. */
export function decodePlayed(blob: Buffer): Played {
  const reader = new ByteReader(blob).expectVersion(FORMAT)
  const lastSlot = reader.varint()
  const frames = reader.varint()
  const segments: Segment[] = []
  let at = 0
  for (let left = reader.varint(); left > 0; left--) {
    const start = at + reader.zigzag()
    const end = start + reader.varint()
    const code = reader.varint()
    segments.push({ start, end, rate: Math.floor(code / 2) / RATE_STEPS, visible: code % 2 === 1 })
    at = end
  }
  return { lastSlot, frames, segments }
}

/** What a merge needs of a row: its key within the viewer, its position and its decoded blob. */
export type PlayedRow = Pick<LogRow, 'at' | 'playbackId' | 'seq' | 'position'> & Played

/** @throws RangeError when the blob is not what `encodePlayed` wrote. */
export function decodeLogRow({ at, playbackId, seq, position, segments: blob }: LogRow): PlayedRow {
  const { lastSlot, frames, segments } = decodePlayed(blob)
  return { at, playbackId, seq, position, lastSlot, frames, segments }
}
