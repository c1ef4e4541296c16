import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { answerMedia } from './answerMedia.ts'

/** Own files through a Next route handler. `parts` is the path below `/media`, decoded. */
export async function handleMedia(request: Request, parts: readonly string[]): Promise<Response> {
  const { method, headers } = request
  const answer = await answerMedia({ method, header: (name) => headers.get(name) }, parts)
  if ('reason' in answer) return Response.json({ reason: answer.reason }, answer)
  const { file, stretch } = answer
  const body = stretch && readStretch(file.path, stretch.first, stretch.last)
  return new Response(body, answer)
}

function readStretch(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  const stream = createReadStream(path, { start, end, highWaterMark: 256 * 1024 })
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}
