import { once } from 'node:events'
import { type Running, runScript } from './childProcess.ts'

/**
 * The production server in a process of its own, answering when this resolves; `env` besides this
 * process's own. `stop` ends it; `quiet` keeps what it prints.
 * @throws Error when it ends instead.
 */
export async function startServer(
  distDir: string,
  env: Record<string, string>,
  stop: AbortSignal,
  quiet = false,
): Promise<Running> {
  const server = runScript(['server.ts'], {
    env: { NODE_ENV: 'production', NEXT_DIST_DIR: distDir, ...env },
    stop,
    quiet,
  })
  // It says so over its channel.
  const first = await Promise.race([once(server.child, 'message'), server.ended])
  if (typeof first === 'number') throw new Error(`The server could not start.\n${server.output()}`)
  return server
}
