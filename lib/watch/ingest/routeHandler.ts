import { ingestDependencies } from './dependencies.ts'
import { type BodyRead, ingest } from './ingest.ts'

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
    ingestDependencies(),
  )
  // Refused by its headers: read all the same, so that the connection is free for what comes next.
  if (!request.bodyUsed) await readBody(request, 0)
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (answer.retryAfter) headers.set('retry-after', `${answer.retryAfter}`)
  if (answer.status === 405) headers.set('allow', 'POST')
  if (!answer.reason) return new Response(null, { status: answer.status, headers })
  return Response.json({ reason: answer.reason }, { status: answer.status, headers })
}

/** What is read and dropped of a body that is too large, so that its sender sees the answer. */
const MAX_DISCARDED_BYTES = 1024 * 1024

/** A route handler has no limit of its own: counted while reading. */
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
