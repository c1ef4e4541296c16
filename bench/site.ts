import { once } from 'node:events'
import { freePorts } from '#db/embedded/ports.ts'
import { runScript } from '../scripts/run/childProcess.ts'

/** A production server under test. */
export type Site = { port: number; pid: number; stop(): Promise<void> }

export const SERVER = 'server.ts'
/** The same server, except that each beacon is written by one `execute`. */
export const ONE_EXECUTE_SERVER = 'bench/baseline/server.ts'
/** Node's http server, which accepts everything and stores nothing. */
export const BARE_HTTP = 'bench/baseline/bareHttp.ts'

/** Starts it on this process's keyspace and secret. @throws Error with its output, when it ends instead. */
export async function startSite(script: string, env: Record<string, string> = {}): Promise<Site> {
  const [port = 0] = await freePorts(1)
  const stopping = new AbortController()
  const environment = { NODE_ENV: 'production', PORT: `${port}`, ...env }
  const server = runScript([script], { env: environment, stop: stopping.signal, quiet: true })
  const first = await Promise.race([once(server.child, 'message'), server.ended])
  if (typeof first === 'number') throw new Error(`The server could not start.\n${server.output()}`)
  return {
    port,
    pid: server.child.pid ?? 0,
    async stop() {
      stopping.abort()
      await server.ended
    },
  }
}
