import { Readable } from 'node:stream'
import { respondToMediaRequest } from './mediaResponse.ts'

/** Serves media files as a Next route handler. @param parts the path below `/media`, decoded */
export async function handleMedia(request: Request, parts: readonly string[]): Promise<Response> {
  const { method, headers } = request
  const answer = await respondToMediaRequest({ method, header: (name) => headers.get(name) }, parts)
  if ('reason' in answer) return Response.json({ reason: answer.reason }, answer)
  const { file, bodyRange } = answer
  const stream = bodyRange && Readable.toWeb(await file.open(bodyRange.first, bodyRange.last))
  return new Response(stream as ReadableStream<Uint8Array> | null, answer)
}
