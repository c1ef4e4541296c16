import { ByteReader, ByteWriter } from './bytes.ts'
import type { Run, Runs } from './runs.ts'

const FORMAT = 1

/** Format, how many runs, then of each: the gap since the former's end, its length, its count. */
export function encodeRuns(runs: Runs): Buffer {
  const writer = new ByteWriter().varint(FORMAT).varint(runs.length)
  let at = 0
  for (const [start, end, count] of runs) {
    writer
      .varint(start - at)
      .varint(end - start)
      .varint(count)
    at = end
  }
  return writer.finish()
}

/** @throws RangeError when the bytes are not what `encodeRuns` wrote. */
export function decodeRuns(blob: Buffer | null): Runs {
  if (blob === null) return []
  const reader = new ByteReader(blob).expectVersion(FORMAT)
  const runs: Run[] = []
  let at = 0
  for (let left = reader.varint(); left > 0; left--) {
    const start = at + reader.varint()
    const end = start + reader.varint()
    runs.push([start, end, reader.varint()])
    at = end
  }
  return runs
}
