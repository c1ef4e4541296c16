import { buildSite } from './run/buildSite.ts'
import { runSite } from './run/runSite.ts'
import { startServer } from './run/startServer.ts'

// npm start: builds and serves the site for production, on a fresh clone too.
const code = await runSite(async ({ host, port, log, stop }) => {
  const server = await startServer(await buildSite(log, stop), {}, stop)
  log(`Ready: ${process.env.NEXTAUTH_URL || `http://${host}:${port}`}`)
  return server
})
process.exit(code)
