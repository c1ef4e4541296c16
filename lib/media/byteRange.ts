/** Both ends inclusive, as HTTP counts. */
export type ByteRange = { first: number; last: number }

/**
 * The one stretch a `Range` header asks for (RFC 9110, 14.1).
 * @returns null when the whole file is to be sent: no header, another unit, a header that is not
 * well formed, or several ranges at once, which players never ask for and a server may ignore;
 * `unsatisfiable` when nothing of the file lies in it.
 */
export function readByteRange(
  header: string | null,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || from + to === '') return null
  if (from === '') {
    return to === '0' || size === 0
      ? 'unsatisfiable'
      : { first: Math.max(0, size - Number(to)), last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Number(to)
  if (last < first && to !== '') return null
  return first < size ? { first, last: Math.min(last, size - 1) } : 'unsatisfiable'
}
