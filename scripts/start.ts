import { runSite } from './run/runSite.ts'
import { buildSite } from './run/siteBuild.ts'
import { startServer } from './run/startServer.ts'

// npm start: everything from nothing to a production server, and back.
const code = await runSite(async ({ host, port, say, stop }) => {
  const server = await startServer(await buildSite(say, stop), {}, stop)
  say(`Ready: ${process.env.NEXTAUTH_URL || `http://${host}:${port}`}`)
  return server
})
process.exit(code)
