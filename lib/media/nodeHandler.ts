import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { answerMedia, type MediaAnswer } from './answerMedia.ts'

const ROOT = '/media/'

/** Whether a request is for `handleMediaOnNode`: reading, below `/media`. */
export function isForMedia(req: IncomingMessage, path: string): boolean {
  return (req.method === 'GET' || req.method === 'HEAD') && path.startsWith(ROOT)
}

/** Own files in front of Next. `path` decodes. Resolves when the answer is written or cut off. */
export async function handleMediaOnNode(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
): Promise<void> {
  const header = (name: string) => req.headers[name]?.toString() ?? null
  const parts = path.slice(ROOT.length).split('/').map(decodeURIComponent)
  await write(res, await answerMedia({ method: req.method ?? '', header }, parts))
}

async function write(res: ServerResponse, answer: MediaAnswer): Promise<void> {
  res.writeHead(answer.status, answer.headers)
  if ('reason' in answer) {
    res.end(JSON.stringify({ reason: answer.reason }))
    return
  }
  const { file, stretch } = answer
  if (!stretch) {
    res.end()
    return
  }
  const stream = await file.open(stretch.first, stretch.last)
  // A player that jumps hangs up in mid-sentence: that is no error.
  await pipeline(stream, res).catch((error) => {
    if (!res.destroyed) throw error
  })
}
