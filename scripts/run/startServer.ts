import { once } from 'node:events'
import { type Running, runScript } from './childProcess.ts'

/**
 * Starts the production server in its own process; resolves once it answers requests.
 * @param env added to this process's environment
 * @param stop ends the server when aborted
 * @param quiet capture its output instead of printing it
 * @throws Error with its output when it ends instead
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
  // It sends a message over the IPC channel once it is listening.
  const first = await Promise.race([once(server.child, 'message'), server.ended])
  if (typeof first === 'number') throw new Error(`The server could not start.\n${server.output()}`)
  return server
}
