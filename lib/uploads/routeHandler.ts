import { tusServer } from './tusServer.ts'

/** Files through a Next route handler, for `next dev`. Its methods are those the route exports. */
export function handleUpload(request: Request): Promise<Response> {
  return tusServer().handleWeb(request)
}
