import { freePorts } from '#db/embedded/ports.ts'
import { syncTables } from '#db/sync.ts'
import { seedDemo } from '../demo/seed.ts'
import { startServer } from '../run/startServer.ts'
import { findBrowser } from './findBrowser.ts'
import { haveFfmpeg, haveNginx } from './havePrograms.ts'
import type { Outcome } from './runStages.ts'
import { type BrowserProject, playwright, type Setting } from './stages.ts'
import { sum } from './tally.ts'

/**
 * The browser's tests against a production server and a demo library of their own. They find the
 * demo's people in E2E_OWNER and E2E_MEMBER, as JSON: `{email, password}`, and the build in E2E_DIST.
 */
export async function endToEnd(
  distDir: string,
  projects: BrowserProject[],
  setting: Setting,
  say: (line: string) => void,
): Promise<Outcome> {
  const browser = await findBrowser(say, setting.stop)
  await haveFfmpeg(say, setting.stop)
  await haveNginx(say, setting.stop)
  await syncTables()
  const demo = await seedDemo(() => {})
  const [port = 0] = await freePorts(1)
  const PORT = `${port}`
  const done = new AbortController()
  const stop = AbortSignal.any([done.signal, setting.stop])
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
    const outcomes: Outcome[] = []
    for (const project of projects) outcomes.push(await playwright(project, env, setting))
    const outputs = outcomes.map(({ output }) => output)
    return {
      ...sum(outcomes),
      output: [...outputs, 'The server said:', server.output()].join('\n'),
    }
  } finally {
    done.abort()
    await server.ended
  }
}
