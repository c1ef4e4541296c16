import { type BodyRead, ingest } from './ingest.ts'
import { ingestParts } from './ingestParts.ts'

/** Beacons through a Next route handler: the canonical mount, and the one of `next dev`. */
export async function handleWatch(request: Request): Promise<Response> {
  const header = (name: string) => request.headers.get(name) ?? undefined
  const answer = await ingest(
    {
      method: request.method,
      contentType: header('content-type'),
      contentLength: header('content-length'),
      origin: header('origin'),
      host: header('host'),
      cookie: header('cookie'),
      readBody: (limit) => readBody(request, limit),
    },
    ingestParts(),
  )
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (answer.retryAfter) headers.set('retry-after', `${answer.retryAfter}`)
  if (answer.status === 405) headers.set('allow', 'POST')
  if (!answer.reason) return new Response(null, { status: answer.status, headers })
  return Response.json({ reason: answer.reason }, { status: answer.status, headers })
}

/** A route handler has no limit of its own: counted while reading. */
async function readBody(request: Request, limit: number): Promise<BodyRead> {
  if (!request.body) return { ok: true, text: '' }
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { ok: true, text: Buffer.concat(parts).toString('utf8') }
      size += value.length
      if (size > limit) {
        await reader.cancel()
        return { ok: false, reason: 'too-large' }
      }
      parts.push(value)
    }
  } catch {
    return { ok: false, reason: 'cut-off' }
  }
}
