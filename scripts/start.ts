import { once } from 'node:events'
import { type Running, runScript } from './run/childProcess.ts'
import { runSite } from './run/runSite.ts'
import { buildSite } from './run/siteBuild.ts'

// npm start: everything from nothing to a production server, and back.
const code = await runSite(async ({ host, port, say, stop }) => {
  const NEXT_DIST_DIR = await buildSite(say, stop)
  const env = { NODE_ENV: 'production', NEXT_DIST_DIR }
  const server = runScript(['server.ts'], { env, stop })
  await untilReady(server)
  say(`Ready: ${process.env.NEXTAUTH_URL || `http://${host}:${port}`}`)
  return server
})
process.exit(code)

/** The server says so over its channel. */
async function untilReady({ child, ended }: Running) {
  const first = await Promise.race([once(child, 'message'), ended])
  if (typeof first === 'number') throw new Error('The server could not start.')
}
