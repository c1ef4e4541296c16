import parseRange from 'range-parser'

/** Both ends inclusive, as HTTP counts. */
export type ByteRange = { first: number; last: number }

const ONE_BYTE_RANGE = /^bytes=\s*(\d*)-(\d*)\s*$/i

/**
 * Reads the one range of a `Range` header (RFC 9110, 14.1).
 * @returns null when the whole file is to be sent: no header, another unit, a malformed header, or
 * several ranges at once, which players never request and a server may ignore; `unsatisfiable` when
 * the range is outside the file
 */
export function readByteRange(
  header: string | null,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const [one, from, to] = ONE_BYTE_RANGE.exec(header ?? '') ?? []
  if (one === undefined) return null
  // Two cases in which range-parser differs from the RFC: it calls `bytes=5-2` unsatisfiable instead
  // of invalid, and a suffix that is longer than the file unsatisfiable instead of the whole file.
  if (from && to && Number(to) < Number(from)) return null
  const isLongSuffix = from === '' && Number(to) > size && size > 0
  const ranges = parseRange(size, isLongSuffix ? 'bytes=0-' : one)
  if (ranges === -1) return 'unsatisfiable'
  const range = ranges === -2 ? undefined : ranges[0]
  return range ? { first: range.start, last: range.end } : null
}
