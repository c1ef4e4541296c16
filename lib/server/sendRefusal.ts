import type { ServerResponse } from 'node:http'

/** Sends a refusal as `{"reason"}`, the shape of every refusal of this site. */
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
