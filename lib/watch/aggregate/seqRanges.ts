import type { ByteReader, ByteWriter } from '#lib/byteCodec.ts'
import { MAX_BEACONS_PER_PLAYBACK } from '#lib/watch/protocol/limits.ts'

/** `[from, to)` of beacon numbers. Sorted, disjoint, never touching. */
export type SeqRanges = readonly (readonly [from: number, to: number])[]

export function hasSeq(ranges: SeqRanges, seq: number): boolean {
  return ranges.some(([from, to]) => from <= seq && seq < to)
}

/** @returns new ranges that hold `seq` too; the same ones when they already did. */
export function addSeq(ranges: SeqRanges, seq: number): SeqRanges {
  const at = ranges.findIndex(([, to]) => to >= seq)
  if (at === -1) return [...ranges, [seq, seq + 1]]
  const [from, to] = ranges[at] ?? [0, 0]
  if (from <= seq && seq < to) return ranges
  if (to === seq) {
    const next = ranges[at + 1]
    if (next?.[0] === seq + 1) return splice(ranges, at, 2, [from, next[1]])
    return splice(ranges, at, 1, [from, seq + 1])
  }
  if (from === seq + 1) return splice(ranges, at, 1, [seq, to])
  return splice(ranges, at, 0, [seq, seq + 1])
}

function splice(
  ranges: SeqRanges,
  at: number,
  drop: number,
  put: readonly [number, number],
): SeqRanges {
  return [...ranges.slice(0, at), put, ...ranges.slice(at + drop)]
}

const BITMAP_BYTES = MAX_BEACONS_PER_PLAYBACK / 8
/** With more ranges the list could be longer than one bit per number. */
const MAX_LISTED = Math.floor(BITMAP_BYTES / 4)

/**
 * Writes a list of gaps and lengths or, for more than 256 ranges, a bitmap of 8,192 bits: whatever
 * is sent, one playback costs at most about a kilobyte.
 */
export function writeSeqRanges(writer: ByteWriter, ranges: SeqRanges): void {
  if (ranges.length > MAX_LISTED) {
    writer.varint(MAX_LISTED + 1).raw(bitmapOf(ranges))
    return
  }
  writer.varint(ranges.length)
  let at = 0
  for (const [from, to] of ranges) {
    writer.varint(from - at).varint(to - from)
    at = to
  }
}

export function readSeqRanges(reader: ByteReader): SeqRanges {
  const count = reader.varint()
  if (count > MAX_LISTED) return rangesOf(reader.raw(BITMAP_BYTES))
  const ranges: [number, number][] = []
  let at = 0
  for (let left = count; left > 0; left--) {
    const from = at + reader.varint()
    at = from + reader.varint()
    ranges.push([from, at])
  }
  return ranges
}

function bitmapOf(ranges: SeqRanges): Uint8Array {
  const bits = new Uint8Array(BITMAP_BYTES)
  for (const [from, to] of ranges)
    for (let seq = from; seq < to; seq++) bits[seq >> 3] = (bits[seq >> 3] ?? 0) | (1 << (seq & 7))
  return bits
}

function rangesOf(bits: Uint8Array): SeqRanges {
  const ranges: [number, number][] = []
  let from = -1
  for (let seq = 0; seq <= MAX_BEACONS_PER_PLAYBACK; seq++) {
    const isIn = ((bits[seq >> 3] ?? 0) & (1 << (seq & 7))) !== 0
    if (isIn && from < 0) from = seq
    if (!isIn && from >= 0) {
      ranges.push([from, seq])
      from = -1
    }
  }
  return ranges
}
