import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { env } from '#lib/env.ts'

/** A request to /api/watch; a header that is undefined is left out. */
export type HttpRequest = {
  method?: string
  headers?: Record<string, string | undefined>
  body?: string | Buffer
}

/** `status` 0: there was no response, and `reason` says why. `ms` from sending to the response's end. */
export type HttpResponse = {
  status: number
  headers: IncomingMessage['headers']
  json: unknown
  reason: string
  ms: number
}

type Target = { port: number; host?: string; timeoutMs?: number }

/** Reset of a kept-alive connection which the server closed just as it was used again. */
const STALE = 'stale connection'

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** Serves one handler on a free port of its own. */
export async function serve(handler: (req: IncomingMessage, res: ServerResponse) => Promise<void>) {
  const server = createServer((req, res) => void handler(req, res))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    port,
    send: (sent: HttpRequest) => sendTo({ port, host: configuredHost() }, sent),
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
    const response = await handle(
      new Request(`http://${req.headers.host}${req.url}`, {
        method: req.method ?? 'GET',
        headers: req.headers as Record<string, string>,
        ...(hasBody ? { body: Readable.toWeb(req) as ReadableStream, duplex: 'half' } : {}),
      }),
    )
    res.writeHead(response.status, Object.fromEntries(response.headers))
    res.end(Buffer.from(await response.arrayBuffer()))
  }
}

/** The site's own host by its configuration, whatever port a test server listens on. */
export const configuredHost = () => `localhost:${env().PORT}`

/**
 * Sends one request to /api/watch as a page of the site does, with its origin and type unless the
 * request sets others. Never rejects. On a stale kept-alive connection it is sent once more, as
 * browsers do.
 * @param host the site's own host; by default the address it is sent to
 * @param timeoutMs after which a request without a response has failed, as in the browser
 */
export async function sendTo(target: Target, sent: HttpRequest): Promise<HttpResponse> {
  const response = await sendOnce(target, sent)
  return response.reason === STALE ? sendOnce(target, sent) : response
}

function sendOnce(
  { port, host = `127.0.0.1:${port}`, timeoutMs = 20_000 }: Target,
  { method = 'POST', headers = {}, body = '' }: HttpRequest,
): Promise<HttpResponse> {
  const all: Record<string, string | undefined> = {
    host,
    origin: `http://${host}`,
    'content-type': 'application/json',
    ...headers,
  }
  // Node sends the length only with some methods; without it a body is taken for the next request.
  if (body.length > 0 && !('content-length' in all) && !all['transfer-encoding'])
    all['content-length'] = `${Buffer.byteLength(body)}`
  const defined = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  const began = performance.now()
  return new Promise((resolve) => {
    const fail = (reason: string) =>
      resolve({ status: 0, headers: {}, json: undefined, reason, ms: performance.now() - began })
    const sending = request(
      { host: '127.0.0.1', port, path: '/api/watch', method, headers: defined as never, agent },
      async (res) => {
        const parts: string[] | null = await res.toArray().catch(() => null)
        if (!parts) return fail('cut off')
        const json = parseJson(parts.join(''))
        const { statusCode = 0, headers } = res
        const ms = performance.now() - began
        resolve({ status: statusCode, headers, json, reason: reasonIn(json), ms })
      },
    )
    sending.setTimeout(timeoutMs, () => sending.destroy())
    sending.on('error', ({ code = 'no response' }: NodeJS.ErrnoException) =>
      fail(sending.reusedSocket && code === 'ECONNRESET' ? STALE : code),
    )
    sending.end(body)
  })
}

/** @returns undefined where there is no body, and the text where it is not JSON. */
function parseJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function reasonIn(json: unknown): string {
  const reason = typeof json === 'object' && json !== null && 'reason' in json ? json.reason : ''
  return String(reason)
}
