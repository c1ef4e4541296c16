import type { IncomingMessage, ServerResponse } from 'node:http'
import { refuse } from '#lib/server/refuse.ts'
import { UPLOADS } from './bounds.ts'
import { tusServer } from './tusServer.ts'

const TAKEN = new Set(['POST', 'HEAD', 'PATCH'])

export function isForUploads(path: string): boolean {
  return path === UPLOADS || path.startsWith(`${UPLOADS}/`)
}

/** Files in front of Next: a body goes from the socket to the disk. */
export async function handleUploadOnNode(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (!TAKEN.has(req.method ?? '')) return refuse(res, 405, 'method-not-allowed')
  await tusServer().handle(req, res)
}
