import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { type ByteRange, readByteRange } from './byteRange.ts'
import type { MediaFile } from './mediaFile.ts'

/**
 * Answers GET or HEAD for a file: whole, a range (206, 416), or "you have it" (304); streamed.
 * Private and always asked for again, so that a log-out ends it; the tag makes asking cheap.
 */
export function sendFile(request: Request, file: MediaFile): Response {
  const tag = `"${file.size.toString(16)}-${file.changedAt.getTime().toString(16)}"`
  const headers = new Headers({
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    'Content-Type': file.type,
    'Cross-Origin-Resource-Policy': 'same-origin',
    ETag: tag,
    'Last-Modified': file.changedAt.toUTCString(),
    'X-Content-Type-Options': 'nosniff',
  })
  if (isUnchanged(request, file, tag)) return new Response(null, { status: 304, headers })
  const range = rangeOf(request, file, tag)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${file.size}`)
    return new Response(null, { status: 416, headers })
  }
  const { first, last } = range ?? { first: 0, last: file.size - 1 }
  headers.set('Content-Length', `${last - first + 1}`)
  if (range) headers.set('Content-Range', `bytes ${first}-${last}/${file.size}`)
  const body = request.method === 'HEAD' || file.size === 0 ? null : readStretch(file, first, last)
  return new Response(body, { status: range ? 206 : 200, headers })
}

/** RFC 9110, 13.2.2: the tag decides when both are there. */
function isUnchanged(request: Request, file: MediaFile, tag: string): boolean {
  const tags = request.headers.get('if-none-match')
  if (tags !== null) {
    return tags.split(',').some((held) => ['*', tag, `W/${tag}`].includes(held.trim()))
  }
  const since = Date.parse(request.headers.get('if-modified-since') ?? '')
  return wholeSeconds(file.changedAt) <= since
}

/** A range counts for GET only, and with If-Range only for the very file the client has part of. */
function rangeOf(
  request: Request,
  file: MediaFile,
  tag: string,
): ByteRange | 'unsatisfiable' | null {
  if (request.method !== 'GET') return null
  const held = request.headers.get('if-range')
  const same = held === null || held === tag || Date.parse(held) === wholeSeconds(file.changedAt)
  return same ? readByteRange(request.headers.get('range'), file.size) : null
}

function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000
}

function readStretch(file: MediaFile, start: number, end: number): ReadableStream<Uint8Array> {
  const stream = createReadStream(file.path, { start, end, highWaterMark: 256 * 1024 })
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}
