import { type ByteRange, readByteRange } from './byteRange.ts'
import type { MediaFile } from './mediaFile.ts'

export type FileRequest = { method: string; header(name: string): string | null }
/** `bodyRange` is the part of the file to send; null when the response has no body. */
export type FileResponse = {
  status: 200 | 206 | 304 | 416
  headers: Record<string, string>
  bodyRange: ByteRange | null
}

/**
 * The response to a GET or HEAD for a file: 200, 206, 304 or 416. Browsers must revalidate each time,
 * so that a log-out ends access; the ETag makes that cheap.
 */
export function respondWithFile(request: FileRequest, file: MediaFile): FileResponse {
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
  if (isNotModified(request, file, tag)) return { status: 304, headers, bodyRange: null }
  const range = requestedRange(request, file, tag)
  if (range === 'unsatisfiable') {
    const outside = { 'content-range': `bytes */${file.size}`, 'content-length': '0' }
    return { status: 416, headers: { ...headers, ...outside }, bodyRange: null }
  }
  const sent = range ?? { first: 0, last: file.size - 1 }
  const { first, last } = sent
  const length = { ...headers, 'content-length': `${last - first + 1}` }
  const isSent = request.method === 'GET' && file.size > 0
  return {
    status: range ? 206 : 200,
    headers: range ? { ...length, 'content-range': `bytes ${first}-${last}/${file.size}` } : length,
    bodyRange: isSent ? sent : null,
  }
}

/** RFC 9110, 13.2.2: If-None-Match takes precedence over If-Modified-Since. */
function isNotModified({ header }: FileRequest, file: MediaFile, tag: string): boolean {
  const tags = header('if-none-match')
  if (tags !== null) {
    return tags.split(',').some((held) => ['*', tag, `W/${tag}`].includes(held.trim()))
  }
  return wholeSeconds(file.changedAt) <= Date.parse(header('if-modified-since') ?? '')
}

/** A range is honoured for GET only, and with If-Range only if the file has not changed. */
function requestedRange({ method, header }: FileRequest, file: MediaFile, tag: string) {
  if (method !== 'GET') return null
  const held = header('if-range')
  const same = held === null || held === tag || Date.parse(held) === wholeSeconds(file.changedAt)
  return same ? readByteRange(header('range'), file.size) : null
}

function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000
}
