import { type ByteRange, readByteRange } from './byteRange.ts'
import type { MediaFile } from './mediaFile.ts'

export type FileRequest = { method: string; header(name: string): string | null }
/** `stretch` is what of the file goes out as the body; null for an answer without one. */
export type FileAnswer = {
  status: 200 | 206 | 304 | 416
  headers: Record<string, string>
  stretch: ByteRange | null
}

/**
 * Answers GET or HEAD for a file: whole, a range (206, 416), or "you have it" (304).
 * Private and always asked for again, so that a log-out ends it; the tag makes asking cheap.
 */
export function answerForFile(request: FileRequest, file: MediaFile): FileAnswer {
  const tag = `"${file.size.toString(16)}-${file.changedAt.getTime().toString(16)}"`
  const headers = {
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'content-type': file.type,
    'cross-origin-resource-policy': 'same-origin',
    etag: tag,
    'last-modified': file.changedAt.toUTCString(),
    'x-content-type-options': 'nosniff',
  }
  if (isUnchanged(request, file, tag)) return { status: 304, headers, stretch: null }
  const range = rangeOf(request, file, tag)
  if (range === 'unsatisfiable') {
    const outside = { 'content-range': `bytes */${file.size}`, 'content-length': '0' }
    return { status: 416, headers: { ...headers, ...outside }, stretch: null }
  }
  const stretch = range ?? { first: 0, last: file.size - 1 }
  const { first, last } = stretch
  const length = { ...headers, 'content-length': `${last - first + 1}` }
  const isSent = request.method === 'GET' && file.size > 0
  return {
    status: range ? 206 : 200,
    headers: range ? { ...length, 'content-range': `bytes ${first}-${last}/${file.size}` } : length,
    stretch: isSent ? stretch : null,
  }
}

/** RFC 9110, 13.2.2: the tag decides when both are there. */
function isUnchanged({ header }: FileRequest, file: MediaFile, tag: string): boolean {
  const tags = header('if-none-match')
  if (tags !== null) {
    return tags.split(',').some((held) => ['*', tag, `W/${tag}`].includes(held.trim()))
  }
  return wholeSeconds(file.changedAt) <= Date.parse(header('if-modified-since') ?? '')
}

/** A range counts for GET only, and with If-Range only for the very file the client has part of. */
function rangeOf({ method, header }: FileRequest, file: MediaFile, tag: string) {
  if (method !== 'GET') return null
  const held = header('if-range')
  const same = held === null || held === tag || Date.parse(held) === wholeSeconds(file.changedAt)
  return same ? readByteRange(header('range'), file.size) : null
}

function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000
}
