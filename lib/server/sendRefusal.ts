import type { ServerResponse } from 'node:http'

/** A refusal with its reason, in the shape every refusal of this site has. */
export function sendRefusal(res: ServerResponse, status: number, reason: string): void {
  const body = JSON.stringify({ reason })
  res.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close',
  })
  res.end(body)
}
