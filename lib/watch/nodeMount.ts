import type { IncomingMessage, ServerResponse } from 'node:http'
import { type BodyRead, ingest, type WatchAnswer } from './ingest.ts'
import { ingestParts } from './ingestParts.ts'

/**
 * Beacons in front of Next, for the production server: the same answers as the route handler at a
 * tenth of its cost. Resolves when the answer is written.
 */
export async function handleWatchOnNode(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { headers } = req
  const answer = await ingest(
    {
      method: req.method ?? '',
      contentType: headers['content-type'],
      contentLength: headers['content-length'],
      origin: headers.origin,
      host: headers.host,
      cookie: headers.cookie,
      readBody: (limit) => readBody(req, limit),
    },
    ingestParts(),
  )
  write(res, answer)
  if (!req.complete) discardRest(req)
}

function write(res: ServerResponse, { status, reason, retryAfter }: WatchAnswer): void {
  res.statusCode = status
  res.setHeader('cache-control', 'no-store')
  if (retryAfter) res.setHeader('retry-after', retryAfter)
  if (status === 405) res.setHeader('allow', 'POST')
  if (!reason) {
    res.end()
    return
  }
  const body = JSON.stringify({ reason })
  res.setHeader('content-type', 'application/json')
  res.setHeader('content-length', Buffer.byteLength(body))
  res.end(body)
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
    req.once('error', () => settle({ ok: false, reason: 'cut-off' }))
    req.once('close', () => settle({ ok: false, reason: 'cut-off' }))
  })
}

const MAX_DISCARDED_BYTES = 1024 * 1024

/**
 * A refused body is read on and dropped: closing at once would reset the connection before the
 * sender has read the answer. One that goes on and on is cut.
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
