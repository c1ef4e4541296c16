import type { IncomingMessage, ServerResponse } from 'node:http'
import { ingestDependencies } from './dependencies.ts'
import { type BodyRead, ingest, type WatchRequest, type WatchResponse } from './ingest.ts'

/** Alternating names and values, which Node writes without copying. */
type RawHeaders = readonly string[]

/**
 * Handles beacons before Next in the production server: the same responses as the route handler at a
 * fraction of its cost. Resolves when the response is written.
 * @param headers sent with every response
 */
export function handleWatchOnNode(headers: RawHeaders = []) {
  const always = [...headers, 'Cache-Control', 'no-store']
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    write(res, await ingest(factsOf(req), ingestDependencies()), always)
    if (!req.complete) discardRest(req)
  }
}

function factsOf(req: IncomingMessage): WatchRequest {
  const { headers } = req
  return {
    method: req.method ?? '',
    contentType: headers['content-type'],
    contentLength: headers['content-length'],
    origin: headers.origin,
    host: headers.host,
    cookie: headers.cookie,
    readBody: (limit) => readBody(req, limit),
  }
}

function write(
  res: ServerResponse,
  { status, reason, retryAfter }: WatchResponse,
  always: string[],
): void {
  if (!reason) {
    res.writeHead(status, always).end()
    return
  }
  const body = JSON.stringify({ reason })
  const headers = [
    ...always,
    ...['Content-Type', 'application/json', 'Content-Length', `${Buffer.byteLength(body)}`],
  ]
  if (retryAfter) headers.push('Retry-After', `${retryAfter}`)
  if (status === 405) headers.push('Allow', 'POST')
  res.writeHead(status, headers).end(body)
}

function readBody(req: IncomingMessage, limit: number): Promise<BodyRead> {
  return new Promise((settle) => {
    const parts: Buffer[] = []
    let size = 0
    const onData = (part: Buffer) => {
      size += part.length
      if (size <= limit) {
        parts.push(part)
        return
      }
      req.off('data', onData)
      settle({ ok: false, reason: 'too-large' })
    }
    req.on('data', onData)
    req.once('end', () => settle({ ok: true, text: Buffer.concat(parts).toString('utf8') }))
    req.once('close', () => settle({ ok: false, reason: 'cut-off' }))
  })
}

const MAX_DISCARDED_BYTES = 1024 * 1024

/**
 * Reads and discards the rest of a refused body: closing at once would reset the connection before
 * the sender has read the response. A body without end is cut off.
 */
function discardRest(req: IncomingMessage): void {
  let size = 0
  req.on('error', () => {})
  req.on('data', (part: Buffer) => {
    size += part.length
    if (size > MAX_DISCARDED_BYTES) req.destroy()
  })
  req.resume()
}
