import { type IncomingHttpHeaders, request } from 'node:http'
import { freePorts } from '#db/embedded/ports.ts'
import { startServer } from '../../scripts/run/startServer.ts'

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
export type Asked = {
  method?: string
  headers?: Record<string, string>
  /** A form as a browser without JavaScript sends it, or anything else as it is. */
  form?: Record<string, string>
  body?: string
}
export type OwnServer = {
  ask(path: string, asked?: Asked): Promise<Answer>
  /** All it has printed. */
  output(): string
  stop(): Promise<void>
}

/** The build under test, for another server on the same database. */
export const builtSite = process.env.E2E_DIST ?? ''

/**
 * The production server once more, on a port of its own and with another environment. Asked by hand:
 * `origin` is who it thinks it is, whatever its port.
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
    ask: (path, asked = {}) => ask(port, own, path, asked),
    output: server.output,
    async stop() {
      stopping.abort()
      await server.ended
    },
  }
}

async function ask(port: number, own: string, path: string, asked: Asked): Promise<Answer> {
  const { method = asked.form || asked.body !== undefined ? 'POST' : 'GET' } = asked
  const form = asked.form && new Response(formData(asked.form))
  const body = form ? Buffer.from(await form.arrayBuffer()) : Buffer.from(asked.body ?? '')
  const headers = {
    host: new URL(own).host,
    accept: 'text/html',
    'content-length': `${body.length}`,
    ...(form ? { 'content-type': form.headers.get('content-type') ?? '' } : {}),
    ...(method === 'GET' || method === 'HEAD' ? {} : { origin: own }),
    ...asked.headers,
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
