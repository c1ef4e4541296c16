import { runScript } from './run/childProcess.ts'
import { runSite } from './run/runSite.ts'

// npm run dev: `next dev` with hot reload, on the same database and mail outbox as `npm start`.
const code = await runSite(async ({ host, port, stop }) => {
  const next = 'node_modules/next/dist/bin/next'
  return runScript([next, 'dev', '--hostname', host, '--port', `${port}`], { stop })
})
process.exit(code)
