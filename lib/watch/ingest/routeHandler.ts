import { ingestDependencies } from './dependencies.ts'
import { type BodyRead, ingest } from './ingest.ts'

/** Handles beacons in a Next route handler; `next dev` has no other. */
export async function handleWatch(request: Request): Promise<Response> {
  const header = (name: string) => request.headers.get(name) ?? undefined
  const response = await ingest(
    {
      method: request.method,
      contentType: header('content-type'),
      contentLength: header('content-length'),
      origin: header('origin'),
      host: header('host'),
      cookie: header('cookie'),
      readBody: (limit) => readBody(request, limit),
    },
    ingestDependencies(),
  )
  // Refused by its headers: read the body all the same, so that the connection can be reused.
  if (!request.bodyUsed) await readBody(request, 0)
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (response.retryAfter) headers.set('retry-after', `${response.retryAfter}`)
  if (response.status === 405) headers.set('allow', 'POST')
  if (!response.reason) return new Response(null, { status: response.status, headers })
  return Response.json({ reason: response.reason }, { status: response.status, headers })
}

/** Of a body that is too large, so much is read and discarded: the sender then sees the response. */
const MAX_DISCARDED_BYTES = 1024 * 1024

/** Route handlers limit no body: this counts while reading. */
async function readBody(request: Request, limit: number): Promise<BodyRead> {
  if (!request.body) return { ok: true, text: '' }
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size <= limit) parts.push(value)
      if (size > limit + MAX_DISCARDED_BYTES) {
        await reader.cancel()
        break
      }
    }
  } catch {
    return { ok: false, reason: 'cut-off' }
  }
  if (size > limit) return { ok: false, reason: 'too-large' }
  return { ok: true, text: Buffer.concat(parts).toString('utf8') }
}
