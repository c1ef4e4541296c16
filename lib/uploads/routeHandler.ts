import { tusServer } from './tusServer.ts'

/** Handles uploads as a Next route handler, for `next dev`. The route exports the allowed methods. */
export function handleUpload(request: Request): Promise<Response> {
  return tusServer().handleWeb(request)
}
