import { freePorts } from '#db/embedded/ports.ts'
import { syncTables } from '#db/sync.ts'
import { seedDemo } from '../demo/seed.ts'
import { startServer } from '../run/startServer.ts'
import { findBrowser } from './findBrowser.ts'
import { haveFfmpeg, haveNginx } from './havePrograms.ts'
import type { StageResult } from './runStages.ts'
import { type BrowserProject, playwright, type StageSettings } from './stages.ts'
import { sum } from './tally.ts'

/**
 * Runs the browser tests against a production server with a demo library. E2E_OWNER and E2E_MEMBER
 * hold the demo users' credentials as JSON, `{email, password}`; E2E_DIST holds the build's folder.
 */
export async function endToEnd(
  distDir: string,
  projects: BrowserProject[],
  settings: StageSettings,
  log: (line: string) => void,
): Promise<StageResult> {
  const browser = await findBrowser(log, settings.stop)
  await haveFfmpeg(log, settings.stop)
  await haveNginx(log, settings.stop)
  await syncTables()
  const demo = await seedDemo(() => {})
  const [port = 0] = await freePorts(1)
  const PORT = `${port}`
  const done = new AbortController()
  const stop = AbortSignal.any([done.signal, settings.stop])
  const server = await startServer(distDir, { PORT }, stop, true)
  try {
    const env = {
      PORT,
      E2E_DIST: distDir,
      E2E_BASE_URL: `http://127.0.0.1:${port}`,
      E2E_CHROMIUM: browser.path ?? '',
      E2E_OWNER: JSON.stringify(demo?.owner ?? null),
      E2E_MEMBER: JSON.stringify(demo?.member ?? null),
    }
    const results: StageResult[] = []
    for (const project of projects) results.push(await playwright(project, env, settings))
    const outputs = results.map(({ output }) => output)
    return {
      ...sum(results),
      output: [...outputs, 'Output of the server:', server.output()].join('\n'),
    }
  } finally {
    done.abort()
    await server.ended
  }
}
