import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { env } from '#lib/env.ts'

export type Sent = {
  method?: string
  headers?: Record<string, string | undefined>
  body?: string | Buffer
}
export type Answer = { status: number; headers: IncomingMessage['headers']; json: unknown }

/** Serves one handler on a free port of its own. */
export async function serve(handler: (req: IncomingMessage, res: ServerResponse) => Promise<void>) {
  const server = createServer((req, res) => void handler(req, res))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    port,
    send: (sent: Sent) => sendTo(port, sent),
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(closed))
    },
  }
}

/** What Next does around a route handler: a web Request in, a web Response out. */
export function asNodeHandler(handle: (request: Request) => Promise<Response>) {
  return async (req: IncomingMessage, res: ServerResponse) => {
    const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
    const answer = await handle(
      new Request(`http://${req.headers.host}${req.url}`, {
        method: req.method ?? 'GET',
        headers: req.headers as Record<string, string>,
        ...(hasBody ? { body: Readable.toWeb(req) as ReadableStream, duplex: 'half' } : {}),
      }),
    )
    res.writeHead(answer.status, Object.fromEntries(answer.headers))
    res.end(Buffer.from(await answer.arrayBuffer()))
  }
}

const own = () => `localhost:${env().PORT}`

/** As the site's own page would send it, unless told otherwise; an undefined header is left out. */
export function sendTo(
  port: number,
  { method = 'POST', headers = {}, body = '' }: Sent,
): Promise<Answer> {
  const all = {
    host: own(),
    origin: `http://${own()}`,
    'content-type': 'application/json',
    ...headers,
  }
  const defined = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return new Promise((answered, failed) => {
    const sending = request(
      { host: '127.0.0.1', port, path: '/api/watch', method, headers: defined as never },
      async (res) => {
        const text = (await res.toArray()).join('')
        const json = text === '' ? undefined : JSON.parse(text)
        answered({ status: res.statusCode ?? 0, headers: res.headers, json })
      },
    )
    sending.on('error', failed)
    sending.end(body)
  })
}
