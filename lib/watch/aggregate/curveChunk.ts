import { ByteReader, ByteWriter } from '#lib/byteCodec.ts'

const FORMAT = 1

/** Frames in one row of `video_curve`. */
export const CHUNK_FRAMES = 4096

/**
 * Run-length encodes the counts of one chunk as (length, count) varints, without trailing zeros.
 * @param counts at most `CHUNK_FRAMES` non-negative integers, one per frame
 */
export function encodeChunk(counts: ArrayLike<number>): Buffer {
  const writer = new ByteWriter().varint(FORMAT)
  let end = counts.length
  while (end > 0 && counts[end - 1] === 0) end--
  for (let at = 0; at < end; ) {
    const count = counts[at] ?? 0
    let to = at + 1
    while (to < end && counts[to] === count) to++
    writer.varint(to - at).varint(count)
    at = to
  }
  return writer.finish()
}

/**
 * Adds the counts of a chunk to `into`, from `offset` on; counts past its end are ignored.
 * @throws RangeError when the bytes are not what `encodeChunk` wrote.
 */
export function addChunk(blob: Buffer | null, into: Float64Array, offset = 0): void {
  if (blob === null) return
  const reader = new ByteReader(blob).expectVersion(FORMAT)
  let at = offset
  while (!reader.done) {
    const to = at + reader.varint()
    const count = reader.varint()
    if (count > 0) {
      const end = Math.min(to, into.length)
      for (let frame = at; frame < end; frame++) into[frame] = (into[frame] ?? 0) + count
    }
    at = to
  }
}
