import type { IncomingMessage, ServerResponse } from 'node:http'
import { refuse } from '#lib/server/refuse.ts'
import { UPLOADS_PATH } from './protocol.ts'
import { tusServer } from './tusServer.ts'

const ALLOWED_METHODS = new Set(['POST', 'HEAD', 'PATCH'])

export function isForUploads(path: string): boolean {
  return path === UPLOADS_PATH || path.startsWith(`${UPLOADS_PATH}/`)
}

/** Handles uploads in front of Next, which would buffer the body: here it is streamed to the disk. */
export async function handleUploadOnNode(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (!ALLOWED_METHODS.has(req.method ?? '')) return refuse(res, 405, 'method-not-allowed')
  await tusServer().handle(req, res)
}
