import { type IncomingHttpHeaders, request } from 'node:http'
import { freePorts } from '#db/embedded/ports.ts'
import { startServer } from '../../scripts/run/startServer.ts'

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
export type Sent = {
  method?: string
  headers?: Record<string, string>
  /** A form as a browser without JavaScript sends it, or anything else as it is. */
  form?: Record<string, string>
  body?: string
}
export type OwnServer = {
  send(path: string, sent?: Sent): Promise<Answer>
  /** All it has printed. */
  output(): string
  stop(): Promise<void>
}

/** The build under test, for another server on the same database. */
export const builtSite = process.env.E2E_DIST ?? ''

/**
 * Starts another production server, on a port of its own and with another environment.
 * @param origin what it takes for its own origin, whatever its port
 */
export async function startOwnServer(
  env: Record<string, string>,
  { distDir = builtSite, origin }: { distDir?: string; origin?: string } = {},
): Promise<OwnServer> {
  const [port = 0] = await freePorts(1)
  const stopping = new AbortController()
  const environment = { PORT: `${port}`, ...(origin ? { NEXTAUTH_URL: origin } : {}), ...env }
  const server = await startServer(distDir, environment, stopping.signal, true)
  const own = origin ?? `http://127.0.0.1:${port}`
  return {
    send: (path, sent = {}) => send(port, own, path, sent),
    output: server.output,
    async stop() {
      stopping.abort()
      await server.ended
    },
  }
}

async function send(port: number, own: string, path: string, sent: Sent): Promise<Answer> {
  const { method = sent.form || sent.body !== undefined ? 'POST' : 'GET' } = sent
  const form = sent.form && new Response(formData(sent.form))
  const body = form ? Buffer.from(await form.arrayBuffer()) : Buffer.from(sent.body ?? '')
  const headers = {
    host: new URL(own).host,
    accept: 'text/html',
    'content-length': `${body.length}`,
    ...(form ? { 'content-type': form.headers.get('content-type') ?? '' } : {}),
    ...(method === 'GET' || method === 'HEAD' ? {} : { origin: own }),
    ...sent.headers,
  }
  return new Promise((answered, failed) => {
    const sending = request({ host: '127.0.0.1', port, path, method, headers }, async (res) => {
      const text = Buffer.concat(await res.toArray()).toString()
      answered({ status: res.statusCode ?? 0, headers: res.headers, text })
    })
    sending.on('error', failed)
    sending.end(body)
  })
}

function formData(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

/** Name and value of each cookie an answer sets, as a Cookie header. */
export function cookiesOf({ headers }: Answer): string {
  return (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
}
