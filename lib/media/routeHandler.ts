import { Readable } from 'node:stream'
import { answerMedia } from './answerMedia.ts'

/** Own files through a Next route handler. `parts` is the path below `/media`, decoded. */
export async function handleMedia(request: Request, parts: readonly string[]): Promise<Response> {
  const { method, headers } = request
  const answer = await answerMedia({ method, header: (name) => headers.get(name) }, parts)
  if ('reason' in answer) return Response.json({ reason: answer.reason }, answer)
  const { file, stretch } = answer
  const body = stretch && Readable.toWeb(await file.open(stretch.first, stretch.last))
  return new Response(body as ReadableStream<Uint8Array> | null, answer)
}
