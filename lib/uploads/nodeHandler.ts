import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendRefusal } from '#lib/server/sendRefusal.ts'
import { UPLOADS_PATH } from './protocol.ts'
import { tusServer } from './tusServer.ts'

const ALLOWED_METHODS = new Set(['POST', 'HEAD', 'PATCH'])

export function isForUploads(path: string): boolean {
  return path === UPLOADS_PATH || path.startsWith(`${UPLOADS_PATH}/`)
}

/** Handles uploads in front of Next, which would buffer the body: here it is streamed to the disk. */
export async function handleUploadOnNode(req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (!ALLOWED_METHODS.has(req.method ?? '')) return sendRefusal(res, 405, 'method-not-allowed')
  await tusServer().handle(req, res)
}
