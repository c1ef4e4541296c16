import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { type MediaResponse, respondToMediaRequest } from './mediaResponse.ts'

const ROOT = '/media/'

/** Whether `handleMediaOnNode` handles a request: GET or HEAD below `/media/`. */
export function isForMedia(req: IncomingMessage, path: string): boolean {
  return (req.method === 'GET' || req.method === 'HEAD') && path.startsWith(ROOT)
}

/**
 * Serves media files in front of Next. Resolves when the response is written or the client is gone.
 * @param path without the query; its escapes must be valid
 */
export async function handleMediaOnNode(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
): Promise<void> {
  const header = (name: string) => req.headers[name]?.toString() ?? null
  const parts = path.slice(ROOT.length).split('/').map(decodeURIComponent)
  await write(res, await respondToMediaRequest({ method: req.method ?? '', header }, parts))
}

async function write(res: ServerResponse, answer: MediaResponse): Promise<void> {
  res.writeHead(answer.status, answer.headers)
  if ('reason' in answer) {
    res.end(JSON.stringify({ reason: answer.reason }))
    return
  }
  const { file, bodyRange } = answer
  if (!bodyRange) {
    res.end()
    return
  }
  const stream = await file.open(bodyRange.first, bodyRange.last)
  // A player that seeks closes the connection early: that is not an error.
  await pipeline(stream, res).catch((error) => {
    if (!res.destroyed) throw error
  })
}
